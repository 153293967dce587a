export { judgeTarget } from './judgeTarget.ts';
