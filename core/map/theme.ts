import type { Theme } from './palette.ts';

export type ThemeColours = {
  ground: string;
  /** Text: main, second, faint. */
  ink: string;
  soft: string;
  faint: string;
  rule: string;
  warning: string;
  /** Names on fills: on light ones, on dark ones. */
  onLight: string;
  onDark: string;
  inner: string;
  outer: string;
  dash: string;
  /** One hatch for every unit without a figure. */
  hatchGround: string;
  hatchLine: string;
  /** Units outside of the chosen group. */
  outside: string;
  highlight: string;
};

export const THEMES: Record<Theme, ThemeColours> = {
  light: {
    ground: '#ffffff',
    ink: '#1b2026',
    soft: '#525c67',
    faint: '#7b8590',
    rule: '#d3d8dd',
    warning: '#9a4a00',
    onLight: '#06080a',
    onDark: '#ffffff',
    inner: '#8d969f',
    outer: '#59626c',
    dash: '#343b43',
    hatchGround: '#f4f5f6',
    hatchLine: '#a3abb4',
    outside: '#eceff1',
    highlight: '#d6336c',
  },
  dark: {
    ground: '#14181d',
    ink: '#e9ecef',
    soft: '#aab3bd',
    faint: '#808a95',
    rule: '#363e47',
    warning: '#f0a35e',
    onLight: '#06080a',
    onDark: '#ffffff',
    inner: '#5f6973',
    outer: '#8c96a1',
    dash: '#c3cad1',
    hatchGround: '#1e242b',
    hatchLine: '#56616c',
    outside: '#252c34',
    highlight: '#ff8787',
  },
};
