import { memo, useCallback, useMemo } from 'react';
import { GroupDrawing } from './group-drawing.tsx';
import { ModelKey } from './model-axis.tsx';
import { Plot, usePlotWidth, type MarkEvents, type Reading } from './plot.tsx';
import type { MarkId, PanelSeries } from './series.ts';

interface PanelBarsProps extends MarkEvents {
  readonly label: string;
  readonly series: PanelSeries;
}

/** Small charts side by side, each with its own unit: marks are (panel, model). */
export function PanelBars({ label, series, onOpen, onFocusMark }: PanelBarsProps) {
  const grid = useMemo(
    () =>
      series.panels.map((panel) =>
        series.models.map((model, m) =>
          (panel.cells[m]?.value ?? null) === null ? null : { row: panel.key, column: model.id },
        ),
      ),
    [series],
  );
  const read = useCallback((mark: MarkId) => readPanel(series, mark), [series]);
  return (
    <>
      <ModelKey models={series.models} />
      <Plot {...{ label, grid, read, onOpen, onFocusMark }} flow="down">
        <Panels series={series} />
      </Plot>
    </>
  );
}

const Panels = memo(function Panels({ series }: { series: PanelSeries }) {
  const width = usePlotWidth();
  const columns = Math.max(1, Math.min(3, Math.floor((width + GAP) / (NARROWEST + GAP))));
  const each = Math.floor((width - GAP * (columns - 1)) / columns);
  return (
    <div className="chart__panels" style={{ gridTemplateColumns: `repeat(${columns}, ${each}px)` }}>
      {series.panels.map((panel) => (
        <div key={panel.key} className="chart__panel">
          <div className="chart__panel-title">
            <span data-words>{panel.label}</span>
            <span data-words className="chart__panel-unit">
              {panel.unit.title}
            </span>
          </div>
          <GroupDrawing
            unit={panel.unit}
            groups={[panel]}
            models={series.models}
            cells={[panel.cells]}
            width={each}
            framed={false}
          />
        </div>
      ))}
    </div>
  );
});

function readPanel(series: PanelSeries, mark: MarkId): Reading {
  const panel = series.panels.find((candidate) => candidate.key === mark.row);
  const m = series.models.findIndex((model) => model.id === mark.column);
  const cell = panel?.cells[m];
  const value = cell?.value ?? null;
  return {
    title: `${series.models[m]?.label ?? ''}: ${panel?.label ?? ''}`,
    value: value === null || panel === undefined ? '–' : panel.unit.exact(value),
    lines: [
      panel?.unit.title ?? '',
      ...(cell?.estimated === true ? ['rests partly on estimated values'] : []),
    ],
  };
}
const NARROWEST = 210;
const GAP = 24;
