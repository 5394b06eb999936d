import { SlidersHorizontal, X } from 'lucide-react';
import { memo } from 'react';
import { IconButton } from '../../ui/button.tsx';
import { AssumptionSlider } from '../assumptions/assumption-slider.tsx';
import { KEY_ASSUMPTIONS } from '../assumptions/key-assumptions.ts';

/** The assumptions that move the answer most, beside the charts that follow them. */
export const SliderColumn = memo(function SliderColumn(props: { readonly onClose: () => void }) {
  return (
    <aside className="sliders" aria-label="Assumptions beside the charts">
      <header className="sliders__head">
        <h2 className="heading">Assumptions</h2>
        <IconButton label="Hide the assumptions" icon={<X />} onClick={props.onClose} />
      </header>
      <div className="sliders__list">
        {KEY_ASSUMPTIONS.map((path) => (
          <AssumptionSlider key={path} path={path} />
        ))}
      </div>
    </aside>
  );
});

/** Brings the assumptions back. */
export function ShowSliders({ onOpen }: { readonly onOpen: () => void }) {
  return (
    <IconButton
      className="sliders__show"
      label="Show the assumptions beside the charts"
      icon={<SlidersHorizontal />}
      onClick={onOpen}
    />
  );
}
