import { z } from 'zod';
import {
	address,
	currency,
	done,
	emailAddress,
	id,
	idParams,
	line,
	listOf,
	locale,
	moment,
	money,
	optionalLine,
	page,
	tally,
	webAddress,
} from './common';
import { eventList, eventQuery } from './events';
import { operation } from './operation';

/** What a client's people can do: nothing, answer an invitation, log in, or nothing any more. */
export const access = z.enum( [ 'none', 'invited', 'active', 'suspended' ] );

export const role = z.strictObject( { id, slug: line( 40 ), name: line() } ).meta( { id: 'Role' } );

export const contactInput = z.strictObject( { name: line(), email: emailAddress, role_id: id.optional() } );
export const contact = z
	.strictObject( {
		id,
		name: line(),
		email: emailAddress,
		role,
		access,
		invited_at: moment.nullable(),
		invitation_expires_at: moment.nullable(),
		last_login_at: moment.nullable(),
	} )
	.meta( { id: 'Contact' } );
export type Contact = z.infer< typeof contact >;

export const websiteInput = z.strictObject( { name: line(), url: webAddress } );
export const website = z
	.strictObject( { id, name: line(), url: webAddress, is_used: z.boolean() } )
	.meta( { id: 'Website' } );
export type Website = z.infer< typeof website >;

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
};
export const clientInput = z.strictObject( clientFields );
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
	contact: contactInput.nullable().optional(),
	invite: z.boolean().optional(),
	websites: z.array( websiteInput ).max( 50 ).optional(),
} );

export const clientRow = z
	.strictObject( {
		id,
		name: line(),
		contact: z.strictObject( { name: line(), email: emailAddress } ).nullable(),
		/** The furthest any contact has come: active before invited before none. */
		access,
		currency,
		/** Paid less refunded, ever, in the client's currency and any other it was billed in. */
		net_billings: z.array( money ),
		due: z.array( money ),
		overdue: z.array( money ),
		created_at: moment,
	} )
	.meta( { id: 'ClientRow' } );
export type ClientRow = z.infer< typeof clientRow >;

export const client = z
	.strictObject( {
		id,
		...clientFields,
		portal_id: id,
		access,
		contacts: z.array( contact ),
		websites: z.array( website ),
		net_billings: z.array( money ),
		due: z.array( money ),
		overdue: z.array( money ),
		/** Paid beyond what was asked, not yet given back. */
		credit: z.array( money ),
		invoice_count: z.int().min( 0 ),
		created_at: moment,
	} )
	.meta( { id: 'Client' } );
export type Client = z.infer< typeof client >;

const contactParams = idParams;

export const clientOperations = [
	operation( {
		id: 'clients.list',
		method: 'GET',
		path: '/clients',
		summary: 'Clients by name, with what they owe',
		audience: 'staff',
		query: z.strictObject( { ...page, search: optionalLine( 100 ).optional(), access: access.optional() } ),
		response: listOf( clientRow ),
	} ),
	operation( {
		id: 'clients.summary',
		method: 'GET',
		path: '/clients/summary',
		summary: 'How many clients there are in each state of access',
		audience: 'staff',
		response: z.strictObject( { all: tally, none: tally, invited: tally, active: tally, suspended: tally } ),
	} ),
	operation( {
		id: 'clients.create',
		method: 'POST',
		path: '/clients',
		summary: 'Make a client, with its first contact, and invite it',
		audience: 'staff',
		body: clientCreate,
		response: client,
		status: 201,
		idempotent: true,
	} ),
	operation( {
		id: 'clients.get',
		method: 'GET',
		path: '/clients/{id}',
		summary: 'One client',
		audience: 'staff',
		params: idParams,
		response: client,
	} ),
	operation( {
		id: 'clients.update',
		method: 'PUT',
		path: '/clients/{id}',
		summary: 'Change details; issued invoices keep what they say',
		audience: 'staff',
		params: idParams,
		body: clientInput,
		response: client,
	} ),
	operation( {
		id: 'clients.events',
		method: 'GET',
		path: '/clients/{id}/events',
		summary: 'What happened with this client, newest first',
		audience: 'staff',
		params: idParams,
		query: eventQuery,
		response: eventList,
	} ),
	operation( {
		id: 'contacts.create',
		method: 'POST',
		path: '/clients/{id}/contacts',
		summary: 'Add a contact, and invite it',
		audience: 'staff',
		params: idParams,
		body: z.strictObject( {
			name: line(),
			email: emailAddress,
			role_id: id.optional(),
			invite: z.boolean().optional(),
		} ),
		response: contact,
		status: 201,
		idempotent: true,
	} ),
	operation( {
		id: 'contacts.update',
		method: 'PUT',
		path: '/contacts/{id}',
		summary: 'Change name and role, and the e-mail while there is no log-in yet',
		audience: 'staff',
		params: contactParams,
		body: z.strictObject( { name: line(), email: emailAddress, role_id: id } ),
		response: contact,
	} ),
	operation( {
		id: 'contacts.delete',
		method: 'DELETE',
		path: '/contacts/{id}',
		summary: 'Take a contact and its access away',
		audience: 'staff',
		params: contactParams,
		response: done,
	} ),
	operation( {
		id: 'contacts.invite',
		method: 'POST',
		path: '/contacts/{id}/invitation',
		summary: 'Send an invitation; an earlier one ends',
		audience: 'staff',
		params: contactParams,
		response: contact,
		idempotent: true,
	} ),
	operation( {
		id: 'contacts.revoke',
		method: 'DELETE',
		path: '/contacts/{id}/invitation',
		summary: 'Take an open invitation back',
		audience: 'staff',
		params: contactParams,
		response: contact,
	} ),
	operation( {
		id: 'contacts.suspend',
		method: 'POST',
		path: '/contacts/{id}/suspend',
		summary: 'End access at once, open sessions too',
		audience: 'staff',
		params: contactParams,
		response: contact,
	} ),
	operation( {
		id: 'contacts.restore',
		method: 'POST',
		path: '/contacts/{id}/restore',
		summary: 'Give suspended access back',
		audience: 'staff',
		params: contactParams,
		response: contact,
	} ),
	operation( {
		id: 'websites.create',
		method: 'POST',
		path: '/clients/{id}/websites',
		summary: 'Add a website',
		audience: 'staff',
		params: idParams,
		body: websiteInput,
		response: website,
		status: 201,
		idempotent: true,
	} ),
	operation( {
		id: 'websites.update',
		method: 'PUT',
		path: '/websites/{id}',
		summary: 'Change a website',
		audience: 'staff',
		params: idParams,
		body: websiteInput,
		response: website,
	} ),
	operation( {
		id: 'websites.delete',
		method: 'DELETE',
		path: '/websites/{id}',
		summary: 'Delete a website that is on no invoice',
		audience: 'staff',
		params: idParams,
		response: done,
	} ),
	operation( {
		id: 'roles.list',
		method: 'GET',
		path: '/roles',
		summary: 'Roles a contact can have',
		audience: 'staff',
		response: z.strictObject( { items: z.array( role ) } ),
	} ),
] as const;
