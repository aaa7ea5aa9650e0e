import { objectOf, type ControlCall } from './calls';

/** The call that puts images of receipts into Concur. */
export const imageCalls: ControlCall[] = [
	{
		method: 'POST',
		path: '/images',
		does: 'keeps an image in Concur: { kind, id, type, bytes, text }; without one where type is null',
		run: ({ concur }, { body }) => concur.images.put(objectOf(body)),
	},
];
