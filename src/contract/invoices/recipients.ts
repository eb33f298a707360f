import { z } from 'zod';
import { emailAddress } from '../common';
import { MAX_COPIES } from '../clients/recipients';

/** Who gets the emails of one invoice. */
export const chosenRecipients = z.strictObject( {
	/** Of the client's own people: see `recipient_choices`. */
	to: z.array( emailAddress ).max( 100 ),
	cc: z.array( emailAddress ).max( MAX_COPIES ),
} );
