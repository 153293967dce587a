/** The part of autocannon that the benchmark uses; the package brings no types. */
declare module 'autocannon' {
  export type Result = { requests: { average: number; total: number }; errors: number; non2xx: number };
  export default function autocannon(options: { url: string; connections: number; duration: number }): Promise<Result>;
}
