import { z } from 'zod';
import { emailAddress, id, idParams, listOf, locale, moment, optionalLine, page, text } from './common';
import { operation } from './operation';

/** The agency's own words in one language; what is empty is as the product writes it. */
const ownText = z.strictObject( { locale, subject: optionalLine( 150 ), body: text( 5000 ) } );

const look = {
	/** With logo and colour. */
	is_branded: z.boolean(),
	/** Below every mail; may be empty. */
	footer: text( 1000 ),
	/** Where answers go; empty for the business's own address. */
	reply_to: z.union( [ emailAddress, z.literal( '' ) ] ),
};

const message = z.string().regex( /^[a-z_]{1,40}$/ );

/** The agency's own, gets a copy of invoices, credit notes, receipts and refunds; empty for none. */
const financeEmail = z.union( [ emailAddress, z.literal( '' ) ] );

export const emailSettings = z
	.strictObject( {
		...look,
		finance_email: financeEmail,
		messages: z
			.array( z.strictObject( { message, is_on: z.boolean(), texts: z.array( ownText ).max( 20 ) } ) )
			.max( 50 ),
	} )
	.meta( { id: 'EmailSettings' } );
export type EmailSettings = z.infer< typeof emailSettings >;

export const storedEmailSettings = z
	.strictObject( {
		...look,
		finance_email: financeEmail,
		messages: z.array(
			z.strictObject( {
				message,
				label: z.string(),
				/** What makes it go out. */
				when: z.string(),
				/** Whether it can be turned off. */
				is_optional: z.boolean(),
				is_on: z.boolean(),
				placeholders: z.array( z.strictObject( { name: z.string(), sample: z.string() } ) ),
				texts: z.array( ownText ),
			} )
		),
	} )
	.meta( { id: 'StoredEmailSettings' } );
export type StoredEmailSettings = z.infer< typeof storedEmailSettings >;
export type EmailMessage = StoredEmailSettings[ 'messages' ][ number ];

/** One mail with words that are not saved yet. */
export const emailTrial = z.strictObject( { ...look, message, ...ownText.shape } );
export type EmailTrial = z.infer< typeof emailTrial >;

export const email = z
	.strictObject( {
		id,
		message,
		/** Empty for kinds whose words can't be changed. */
		label: z.string(),
		to: z.string(),
		/** Of a mail that went to the client. */
		is_copy: z.boolean(),
		/** Empty until it was written. */
		subject: z.string(),
		state: z.enum( [ 'queued', 'sent', 'failed' ] ),
		/** Why it could not be sent; may be empty. */
		reason: z.string(),
		invoice_id: id.nullable(),
		can_resend: z.boolean(),
		created_at: moment,
		sent_at: moment.nullable(),
	} )
	.meta( { id: 'Email' } );
export type Email = z.infer< typeof email >;

const emailFilters = {
	state: z.enum( [ 'queued', 'sent', 'failed' ] ).optional(),
	/** Beginnings of words of a client's name or its people's, or the beginning of an address. */
	search: optionalLine( 100 ).optional(),
};

export const emailOperations = [
	operation( {
		id: 'emails.get',
		method: 'GET',
		path: '/settings/emails',
		summary: 'Get the email settings and texts',
		needs: 'staff:view',
		response: storedEmailSettings,
	} ),
	operation( {
		id: 'emails.update',
		method: 'PUT',
		path: '/settings/emails',
		summary: 'Update the email settings and texts',
		needs: 'staff:settings',
		body: emailSettings,
		response: storedEmailSettings,
	} ),
	operation( {
		id: 'emails.preview',
		method: 'POST',
		path: '/settings/emails/preview',
		summary: 'Preview an email with unsaved text',
		needs: 'staff:settings',
		body: emailTrial,
		response: z.strictObject( { subject: z.string(), html: z.string() } ),
	} ),
	operation( {
		id: 'emails.test',
		method: 'POST',
		path: '/settings/emails/test',
		summary: 'Email a test with unsaved text to yourself',
		needs: 'staff:settings',
		outside: true,
		body: emailTrial,
		response: z.strictObject( { sent_to: z.string() } ),
	} ),
	operation( {
		id: 'emails.list',
		method: 'GET',
		path: '/emails',
		summary: 'List sent and waiting emails, newest first',
		needs: 'staff:view',
		query: z.strictObject( { ...emailFilters, ...page } ),
		response: listOf( email ),
	} ),
	operation( {
		id: 'emails.export',
		method: 'GET',
		path: '/emails/export',
		summary: 'Export the emails that match the filters as CSV',
		needs: 'staff:view',
		query: z.strictObject( emailFilters ),
		response: z.string(),
		binary: 'text/csv',
	} ),
	operation( {
		id: 'emails.unsent',
		method: 'GET',
		path: '/emails/unsent',
		summary: 'Count the emails that can’t be sent, with the last reason',
		needs: 'staff:view',
		response: z.strictObject( {
			/** Tried as often as it is worth, in the last 30 days. */
			given_up: z.int().min( 0 ),
			/** Refused for hours and still retried. */
			failing: z.int().min( 0 ),
			reason: z.string(),
			since: moment.nullable(),
		} ),
	} ),
	operation( {
		id: 'emails.resend',
		method: 'POST',
		path: '/emails/{id}/resend',
		summary: 'Resend an email',
		needs: 'staff:bill',
		params: idParams,
		response: z.strictObject( { id } ),
	} ),
] as const;
