export { DATE_FORMS, dayIn, readDate, startOf, type DateReading } from './readDate';
