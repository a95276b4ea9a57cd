export { playbookOf } from './playbook-of.ts';
