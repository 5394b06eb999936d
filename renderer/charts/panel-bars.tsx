import { memo, useCallback, useMemo } from 'react';
import { groupHeight, GroupLayer } from './group-layer.tsx';
import { ModelKey } from './model-axis.tsx';
import { Plot, usePlotWidth, type MarkEvents, type Reading } from './plot.tsx';
import { scaleFor } from './scale.ts';
import type { ChartModel, MarkId, Panel, PanelSeries } from './series.ts';

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
  // As many as fit in rows of the same length.
  const fitting = Math.floor((width + GAP) / (NARROWEST + GAP));
  const columns =
    [6, 3, 2].find((each) => each <= fitting && series.panels.length % each === 0) ?? 1;
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
          <PanelDrawing panel={panel} models={series.models} width={each} />
        </div>
      ))}
    </div>
  );
});

/** No axis: every bar has its value beside it, and nothing is compared across panels. */
function PanelDrawing(props: { panel: Panel; models: readonly ChartModel[]; width: number }) {
  const { panel, models, width } = props;
  const height = groupHeight(models);
  const [low, high] = scaleFor(panel.cells.flatMap((cell) => cell.value ?? [])).domain;
  const room = width - LETTERS - VALUES;
  const places = {
    x: (value: number) => LETTERS + ((value - low) / (high - low)) * room,
    y: () => height / 2,
  };
  return (
    <svg width={width} height={height}>
      <GroupLayer
        places={places}
        unit={panel.unit}
        groups={[panel]}
        models={models}
        cells={[panel.cells]}
        letters={0}
      />
    </svg>
  );
}

function readPanel(series: PanelSeries, mark: MarkId): Reading {
  const panel = series.panels.find((candidate) => candidate.key === mark.row);
  const m = series.models.findIndex((model) => model.id === mark.column);
  const cell = panel?.cells[m];
  const value = cell?.value ?? null;
  return {
    title: `${series.models[m]?.label ?? ''}: ${panel?.label ?? ''}`,
    value: value === null || panel === undefined ? '–' : panel.unit.exact(value),
    lines: [
      ...(panel === undefined || panel.unit.title === '' ? [] : [panel.unit.title]),
      ...(cell?.estimated === true ? ['rests partly on estimated values'] : []),
    ],
  };
}
const NARROWEST = 210;
const GAP = 24;
const LETTERS = 24;
const VALUES = 104;
