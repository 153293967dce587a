/** A computed indicator: `a / b`, `a / b * k` or `growth(a)` over indicator ids. Source: data model, "Derived indicators". */
export type Formula =
  { kind: 'ratio'; numerator: string; denominator: string; factor: string } | { kind: 'growth'; of: string };

const ID = '[a-z0-9][a-z0-9-]*';
const RATIO = new RegExp(`^(${ID}) / (${ID})(?: \\* (\\d+(?:\\.\\d+)?))?$`);
const GROWTH = new RegExp(`^growth\\((${ID})\\)$`);

/** The parsed formula, or null when the text is outside the grammar. */
export function parseFormula(text: string): Formula | null {
  const ratio = RATIO.exec(text);
  if (ratio?.[1] && ratio[2]) {
    return { kind: 'ratio', numerator: ratio[1], denominator: ratio[2], factor: ratio[3] ?? '1' };
  }
  const growth = GROWTH.exec(text);
  return growth?.[1] ? { kind: 'growth', of: growth[1] } : null;
}

/** Ids of the indicators a formula reads. */
export function formulaInputs(formula: Formula): string[] {
  return formula.kind === 'ratio' ? [formula.numerator, formula.denominator] : [formula.of];
}
