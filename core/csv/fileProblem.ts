/** What can be wrong in a file: the closed list of the API contract, "Problems in a file". */
export const FILE_PROBLEM_SEVERITY = {
  unknown_region: 'error',
  unknown_indicator: 'error',
  not_a_number: 'error',
  bad_year: 'error',
  out_of_range: 'error',
  duplicate_key: 'error',
  unit_mismatch: 'error',
  bound_in_statistics: 'error',
  ragged_row: 'error',
  bad_header: 'error',
  undecodable: 'error',
  formula: 'error',
  implausible_change: 'confirm',
  fraction_for_percent: 'confirm',
  near_match: 'confirm',
  blank_over_value: 'confirm',
  part_exceeds_whole: 'confirm',
  definition_changed: 'confirm',
  region_out_of_scope: 'note',
  missing_since_last_year: 'note',
  sum_differs_from_nation: 'note',
  set_aside: 'note',
} as const;

export type FileProblemCode = keyof typeof FILE_PROBLEM_SEVERITY;
export type FileProblemSeverity = (typeof FILE_PROBLEM_SEVERITY)[FileProblemCode];

/** Something in one place of a file. `row` counts as the spreadsheet does; null: the point is about the whole file. */
export type FileProblem = {
  code: FileProblemCode;
  row: number | null;
  /** Letter of the column. */
  column: string | null;
  /** Its header. */
  column_name: string | null;
  raw: string | null;
  /** What the sentence needs; see `problemText`. */
  detail: Readonly<Record<string, string>>;
};

export function severityOf(problem: FileProblem): FileProblemSeverity {
  return FILE_PROBLEM_SEVERITY[problem.code];
}

/** A person's word that a point is right. Without row and column it speaks for every point of that code. */
export type Confirmation = { code: FileProblemCode; column?: string | undefined; row?: number | undefined };

/**
 * Does one of `confirmations` cover this point? A share column given as fractions is only covered by a confirmation
 * that names the column. Source: workflows, C7.
 */
export function isConfirmed(problem: FileProblem, confirmations: readonly Confirmation[]): boolean {
  return confirmations.some(
    (given) =>
      given.code === problem.code &&
      (given.row === undefined || given.row === problem.row) &&
      (given.column === undefined ? problem.code !== 'fraction_for_percent' : given.column === problem.column),
  );
}
