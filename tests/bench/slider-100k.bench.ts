import { sliderBenchmark } from './slider.ts';

export const benchmark = sliderBenchmark('slider-100k', 100_000, 11);
