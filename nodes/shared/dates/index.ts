export { DATE_FORMS, dayIn, readDate, type DateReading } from './readDate';
