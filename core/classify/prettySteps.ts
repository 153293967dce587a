import { Big } from 'big.js';

const MANTISSAS = ['1', '2', '2.5', '5'] as const;

/**
 * Round steps {1, 2, 2.5, 5} × 10^e in ascending order, from the largest power of ten not above `least`; only those
 * that are a multiple of 10^(−decimals) (`decimals` null: all). Endless; `least` > 0 is only where the search starts.
 * Source: methodology, "Exact rules: Classes".
 */
export function* prettySteps(least: Big, decimals: number | null): Generator<Big> {
  for (let e = least.e; ; e++) {
    for (const mantissa of MANTISSAS) {
      const step = new Big(mantissa).times(new Big(10).pow(e));
      if (decimals === null || step.round(decimals).eq(step)) yield step;
    }
  }
}

/** The smallest step for which `fits` holds; `fits` must hold for every step that is large enough. */
export function smallestPrettyStep(least: Big, decimals: number | null, fits: (step: Big) => boolean): Big {
  for (const step of prettySteps(least, decimals)) if (fits(step)) return step;
  throw new RangeError('no step fits');
}
