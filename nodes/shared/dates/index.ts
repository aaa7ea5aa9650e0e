export { DATE_FORMS, dayIn, readDate, startOf } from './readDate';
