import { sliderBenchmark } from './slider.ts';

export const benchmark = sliderBenchmark('slider-10k', 10_000, 41);
