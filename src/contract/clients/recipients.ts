import { z } from 'zod';
import { emailAddress, id, idParams } from '../common';
import { operation } from '../operation';

/** Addresses beside the client's own people that get copies, at most. */
export const MAX_COPIES = 10;

/** What a client's mails are about. Invoices: also that one was resent or voided. Receipts: also of refunds. */
export const mailPurpose = z.enum( [ 'invoices', 'reminders', 'receipts', 'credit_notes' ] );
export type MailPurpose = z.infer< typeof mailPurpose >;

const mails = z.array( mailPurpose ).max( mailPurpose.options.length );

export const recipientsInput = z.strictObject( {
	/** What goes to the client's own billing email. */
	billing: mails,
	contacts: z.array( z.strictObject( { id, mails } ) ).max( 500 ),
	/** People without an account; each gets a mail of its own, and who is to get none is left out. */
	copies: z.array( z.strictObject( { email: emailAddress, mails } ) ).max( MAX_COPIES ),
} );
export type RecipientsInput = z.infer< typeof recipientsInput >;

export const clientRecipients = z
	.strictObject( {
		billing: z.strictObject( { email: z.string(), mails } ),
		contacts: z.array(
			z.strictObject( {
				id,
				name: z.string(),
				email: z.string(),
				mails,
				/** Why nothing goes to them, whatever is chosen. */
				closed: z.enum( [ 'suspended', 'role' ] ).nullable(),
			} )
		),
		copies: z.array( z.strictObject( { email: z.string(), mails } ) ),
		/** The agency's own inbox for copies; may be empty. */
		finance: z.string(),
		/** Who gets an invoice for which nobody else is chosen, and who can be chosen. */
		invoice: z.strictObject( {
			recipients: z.array( emailAddress ),
			copies: z.array( emailAddress ),
			finance_copy: z.string(),
			recipient_choices: z.array( z.strictObject( { email: emailAddress, name: z.string() } ) ),
		} ),
	} )
	.meta( { id: 'ClientRecipients' } );
export type ClientRecipients = z.infer< typeof clientRecipients >;

export const recipientOperations = [
	operation( {
		id: 'clients.recipients',
		method: 'GET',
		path: '/clients/{id}/recipients',
		summary: 'Get who receives a client’s emails',
		needs: 'staff:view',
		params: idParams,
		response: clientRecipients,
	} ),
	operation( {
		id: 'clients.choose-recipients',
		method: 'PUT',
		path: '/clients/{id}/recipients',
		summary: 'Choose who receives a client’s emails',
		needs: 'staff:manage_clients',
		params: idParams,
		body: recipientsInput,
		response: clientRecipients,
	} ),
] as const;
