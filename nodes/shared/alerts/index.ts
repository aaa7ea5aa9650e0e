/** What people are told without looking: a summary of what needs somebody, and an execution that failed. Pure. */
export { failureAlert } from './failure';
export { summaryAlert } from './summary';
