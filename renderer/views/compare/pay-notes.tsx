import { attainmentFindings } from '../../../shared/analysis/findings.ts';
import type { Assumptions } from '../../../shared/model/assumptions/types.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { ModelMark } from '../../ui/chip.tsx';
import { activeScenario } from '../../store/selectors.ts';
import { useApp } from '../../store/use-app.tsx';
import { contendersOf, resultOf, type Subject } from './subject.ts';

type PayMode = Assumptions['pay']['mode'];

/** Where a stated quota would not pay what the plan promises, with the way to pay one click away. */
export function PayNotes(props: {
  readonly subject: Subject;
  readonly onPayMode: (mode: PayMode) => void;
}) {
  const { subject, onPayMode } = props;
  // What was just chosen, though its figures may still be on their way.
  const chosen = useApp((state) => activeScenario(state)?.assumptions.pay.mode);
  const mode = chosen ?? subject.assumptions.pay.mode;
  const notes = contendersOf(subject).flatMap((model) => {
    const result = resultOf(subject, model.id);
    const findings = result === null ? [] : attainmentFindings(result, subject.format);
    return findings.map(({ role, sentence }) => ({ model, role, sentence }));
  });
  if (notes.length === 0) return null;
  return (
    <div className="pay-notes">
      <div className="pay-notes__mode">
        <span>
          {mode === 'target'
            ? 'Commission is paid at target: quotas are taken to fit.'
            : 'Commission is paid at the stated quotas.'}
        </span>
        <SegmentedControl<PayMode>
          label="Pay commission"
          value={mode}
          onChange={onPayMode}
          options={[
            { value: 'target', label: 'At target' },
            { value: 'quota', label: 'As stated' },
          ]}
        />
      </div>
      <ul className="pay-notes__list">
        {notes.map(({ model, role, sentence }) => (
          <li key={`${model.id} ${role}`}>
            <ModelMark slot={model.tone} letter={model.letter} />
            <span>
              <span className="visually-hidden">{model.label}: </span>
              {sentence}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
