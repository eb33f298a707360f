import { z } from 'zod';
import { address, currency, emailAddress, id, idParams, line, locale, moment, money, optionalLine } from '../common';
import { eventList, eventQuery } from '../activity';
import { operation } from '../operation';
import { access, contact, contactInput } from './contacts';
import { recurring } from './list';
import { website, websiteInput } from '../websites';

/** What a buyer is before the law of taxes. */
export const clientKind = z.enum( [ 'business', 'consumer', 'public_body' ] );

/** What tax offices know a client by, and what it wants on its invoices. */
const buyerFields = {
	kind: clientKind,
	/** With its country, "DE123456788"; its form and check digits are checked, a consumer has none. */
	vat_id: optionalLine( 40 ),
	/** Another number of its tax office. */
	tax_number: optionalLine( 40 ),
	/** KRS, HRB, SIREN, KVK. */
	registration_number: optionalLine( 40 ),
	/** What it books invoices by: the Leitweg-ID of a public body, a cost centre. */
	buyer_reference: optionalLine(),
};
const optionalBuyer = {
	kind: clientKind.optional(),
	vat_id: buyerFields.vat_id.optional(),
	tax_number: buyerFields.tax_number.optional(),
	registration_number: buyerFields.registration_number.optional(),
	buyer_reference: buyerFields.buyer_reference.optional(),
};

/** What the register of the Union (VIES) said of the VAT ID, and when: kept as proof. */
export const vatCheck = z.strictObject( {
	vat_id: z.string(),
	/** Waiting: it is asked again, with growing pauses. Unanswered: it never answered. */
	state: z.enum( [ 'waiting', 'valid', 'invalid', 'unanswered' ] ),
	name: z.string(),
	address: z.string(),
	/** Of the consultation, where the business asked with its own VAT ID. */
	reference: z.string(),
	asked_at: moment,
	answered_at: moment.nullable(),
} );
export type VatCheck = z.infer< typeof vatCheck >;

const clientFields = {
	/** The organisation, or the person, that is billed. */
	name: line(),
	/** Where invoices go besides the contacts; may be empty. */
	email: z.union( [ emailAddress, z.literal( '' ) ] ),
	phone: optionalLine( 40 ),
	address,
	tax_id: optionalLine( 40 ),
	currency,
	/** The language of documents and mails; empty for the business's own. */
	locale: z.union( [ locale, z.literal( '' ) ] ),
	/** What it is billed with; empty for what the business chose. */
	bill_as: z.enum( [ '', 'invoice', 'pro_forma' ] ),
};
/** Of the buyer's fields, what is left out stays as it is. */
export const clientInput = z.strictObject( {
	...clientFields,
	bill_as: clientFields.bill_as.optional(),
	...optionalBuyer,
} );
export type ClientInput = z.infer< typeof clientInput >;

/** A new client: details may come later, a contact and its invitation at once. */
export const clientCreate = z.strictObject( {
	name: line(),
	email: clientFields.email.optional(),
	phone: clientFields.phone.optional(),
	address: address.optional(),
	tax_id: clientFields.tax_id.optional(),
	currency: currency.optional(),
	locale: clientFields.locale.optional(),
	bill_as: clientFields.bill_as.optional(),
	...optionalBuyer,
	contact: contactInput.nullable().optional(),
	invite: z.boolean().optional(),
	websites: z.array( websiteInput ).max( 50 ).optional(),
} );

export const client = z
	.strictObject( {
		id,
		...clientFields,
		...buyerFields,
		/** Null where there is no VAT ID of the Union. */
		vat_check: vatCheck.nullable(),
		portal_id: id,
		access,
		/** Since when none of its people can use the portal, because of overdue renewals; null while they can. */
		suspended_at: moment.nullable(),
		contacts: z.array( contact ),
		websites: z.array( website ),
		net_billings: z.array( money ),
		due: z.array( money ),
		overdue: z.array( money ),
		/** Paid beyond what was asked, not yet given back. */
		credit: z.array( money ),
		/** What subscriptions bring in a month, without tax; a currency each, its own first. Trials and paused ones don't count. */
		recurring: z.array( recurring ),
		invoice_count: z.int().min( 0 ),
		created_at: moment,
	} )
	.meta( { id: 'Client' } );
export type Client = z.infer< typeof client >;

export const detailOperations = [
	operation( {
		id: 'clients.create',
		method: 'POST',
		path: '/clients',
		summary: 'Create a client with its first contact, and optionally invite the contact',
		needs: 'staff:manage_clients',
		body: clientCreate,
		response: client,
		status: 201,
		idempotent: true,
	} ),
	operation( {
		id: 'clients.get',
		method: 'GET',
		path: '/clients/{id}',
		summary: 'Get a client',
		needs: 'staff:view',
		params: idParams,
		response: client,
	} ),
	operation( {
		id: 'clients.update',
		method: 'PUT',
		path: '/clients/{id}',
		summary: 'Update a client’s details; issued invoices don’t change',
		needs: 'staff:manage_clients',
		params: idParams,
		body: clientInput,
		response: client,
	} ),
	operation( {
		id: 'clients.restore',
		method: 'POST',
		path: '/clients/{id}/restore',
		summary: 'Restore a client’s suspended portal access',
		needs: 'staff:manage_clients',
		params: idParams,
		response: client,
	} ),
	operation( {
		id: 'clients.events',
		method: 'GET',
		path: '/clients/{id}/events',
		summary: 'List a client’s activity, newest first; logins only when asked for',
		needs: 'staff:view',
		params: idParams,
		query: eventQuery.extend( { logins: z.literal( 'shown' ).optional() } ),
		response: eventList,
	} ),
	operation( {
		id: 'clients.export-events',
		method: 'GET',
		path: '/clients/{id}/events/export',
		summary: 'Export a client’s activity as CSV',
		needs: 'staff:view',
		params: idParams,
		query: z.strictObject( { logins: z.literal( 'shown' ).optional() } ),
		response: z.string(),
		binary: 'text/csv',
	} ),
] as const;
