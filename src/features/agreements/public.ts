export { agreementInForce, coverageInWords } from './agreement-in-force.ts';
export { suggestTriage } from './suggest-triage.ts';
