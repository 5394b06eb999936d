import { Banner } from '../../ui/banner.tsx';
import { Select } from '../../ui/select.tsx';
import { contendersOf, type Subject } from './subject.ts';

/** Why there is no difference to today, with the way to say it right there. */
export function TodayNote(props: {
  readonly subject: Subject;
  readonly onToday: (model: string) => void;
}) {
  const { subject, onToday } = props;
  if (subject.comparison.currentModel !== null) return null;
  return (
    <Banner
      tone="info"
      actions={
        <Select
          label="Who leads renewals and upsell today"
          value={null}
          placeholder="Say who leads today"
          onChange={onToday}
          groups={[
            {
              label: '',
              options: contendersOf(subject).map(({ id, label }) => ({ value: id, label })),
            },
          ]}
        />
      }
    >
      Nobody has said who leads renewals and upsell today, so there is no difference to today, no
      cost of the change and no payback.
    </Banner>
  );
}
