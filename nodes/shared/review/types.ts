/** Who can cure a review reason: the place to correct it. */
export type Cure = 'concur' | 'mapping' | 'businessOne' | 'person' | 'none';

/** What Concur is told about a document that cannot be posted. */
export type ReviewAnswer = 'confirmError' | 'keepAcknowledged' | 'leaveReady';

/** What the mapping says of documents in review: the answer of each reason, or one for all. */
export type OnHold = 'byReason' | Exclude<ReviewAnswer, 'leaveReady'>;

/** Why a document was not posted. `code` is stable; `message` is for a finance user and says what to do. */
export interface ReviewReason {
	code: string;
	message: string;
	cure: Cure;
	docId: string | null;
	/** Entry id, line item number or journal position the reason is about. */
	entry?: string;
	field?: string;
	value?: string;
	/** Partners that would fit, where more than one does. */
	candidates?: string[];
}
