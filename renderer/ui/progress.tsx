import { Progress as Radix } from 'radix-ui';
import './progress.css';

/** How far a task is; `share` null = not known yet, shown as moving. */
export function Progress(props: { readonly label: string; readonly share: number | null }) {
  const value = props.share === null ? null : Math.round(Math.min(1, props.share) * 100);
  return (
    <Radix.Root className="progress" value={value} aria-label={props.label}>
      <Radix.Indicator
        className={value === null ? 'progress__bar progress__bar--moving' : 'progress__bar'}
        style={value === null ? {} : { width: `${String(value)}%` }}
      />
    </Radix.Root>
  );
}
