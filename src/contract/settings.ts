import { z } from 'zod';
import {
	address,
	colour,
	currency,
	emailAddress,
	formed,
	id,
	image,
	line,
	locale,
	optionalLine,
	rate,
	text,
	webAddress,
} from './common';
import { operation } from './operation';

/** The seller. Logo and colour belong to the portal's brand and are shown with it. */
const businessFields = {
	name: line(),
	email: emailAddress,
	phone: optionalLine( 40 ),
	website: z.union( [ webAddress, z.literal( '' ) ] ),
	address,
	tax_id: optionalLine( 40 ),
	/** IANA name, "Europe/Warsaw" */
	timezone: line( 60 ),
	currency,
	locale,
	colour,
};
export const businessInput = z.strictObject( { ...businessFields, logo_id: id.nullable() } );
export type BusinessInput = z.infer< typeof businessInput >;
export const business = z
	.strictObject( {
		...businessFields,
		logo: image.nullable(),
		/** Text on the colour: the one of black and white with the better contrast. */
		text_on_colour: colour,
		/** Contrast of that text, "5.9"; below 4.5 the screen warns. */
		contrast: z.string(),
	} )
	.meta( { id: 'Business' } );
export type Business = z.infer< typeof business >;

export const invoicing = z
	.strictObject( {
		prefix: formed( 'prefix', /^[\p{L}\p{N}\-\/_. ]*$/u, 20 ),
		/** May only go up: a number that was given is never given again. */
		next_number: z.int().min( 1 ).max( 999_999_999 ),
		minimum_digits: z.int().min( 1 ).max( 9 ),
		due_days: z.int().min( 0 ).max( 365 ),
		footer: text( 1000 ),
		tax_name: optionalLine( 40 ),
		tax_rate: rate,
		tax_mode: z.enum( [ 'exclusive', 'inclusive' ] ),
	} )
	.meta( { id: 'InvoicingSettings' } );
export type Invoicing = z.infer< typeof invoicing >;

/** One mode's keys. Secrets are never answered: `last4` shows which one is stored, empty when none. */
const keys = z.strictObject( {
	publishable_key: optionalLine(),
	secret_key: z.strictObject( { last4: z.string() } ),
	webhook_secret: z.strictObject( { last4: z.string() } ),
	/** The Stripe account these keys belong to, once the connection was tested; empty before. */
	account: z.string(),
} );
export const paymentSettings = z
	.strictObject( {
		mode: z.enum( [ 'test', 'live' ] ),
		test: keys,
		live: keys,
		statement_descriptor: optionalLine( 22 ),
		webhook_url: z.string(),
		/** Set when stored secrets can't be read any more (the site's salts changed): enter them again. */
		unreadable: z.boolean(),
	} )
	.meta( { id: 'PaymentSettings' } );
export type PaymentSettings = z.infer< typeof paymentSettings >;

/** A secret left out stays as it is; an empty one is removed. */
const keysInput = z.strictObject( {
	publishable_key: optionalLine().optional(),
	secret_key: optionalLine().optional(),
	webhook_secret: optionalLine().optional(),
} );
export const paymentSettingsInput = z.strictObject( {
	mode: z.enum( [ 'test', 'live' ] ),
	test: keysInput.optional(),
	live: keysInput.optional(),
	statement_descriptor: optionalLine( 22 ),
} );

export const portal = z
	.strictObject( {
		id,
		name: line(),
		/** Null while there is no such page, or it was deleted. */
		login_page: z.strictObject( { id, title: z.string(), url: z.string(), edit_url: z.string() } ).nullable(),
		portal_page: z.strictObject( { id, title: z.string(), url: z.string(), edit_url: z.string() } ).nullable(),
	} )
	.meta( { id: 'Portal' } );
export type Portal = z.infer< typeof portal >;

export const connectionTest = z.strictObject( {
	ok: z.boolean(),
	/** A sentence: which account in which mode answered, or what to do. */
	message: z.string(),
	settings: paymentSettings,
} );

export const settingsOperations = [
	operation( {
		id: 'business.get',
		method: 'GET',
		path: '/settings/business',
		summary: 'The business profile',
		needs: 'staff:view',
		response: business,
	} ),
	operation( {
		id: 'business.update',
		method: 'PUT',
		path: '/settings/business',
		summary: 'Change the business profile; issued invoices keep what they say',
		needs: 'staff:settings',
		body: businessInput,
		response: business,
	} ),
	operation( {
		id: 'invoicing.get',
		method: 'GET',
		path: '/settings/invoicing',
		summary: 'Numbers, due days, footer, tax default',
		needs: 'staff:view',
		response: invoicing,
	} ),
	operation( {
		id: 'invoicing.update',
		method: 'PUT',
		path: '/settings/invoicing',
		summary: 'Change how invoices are made',
		needs: 'staff:settings',
		body: invoicing,
		response: invoicing,
	} ),
	operation( {
		id: 'payment-settings.get',
		method: 'GET',
		path: '/settings/payments',
		summary: 'Stripe keys as far as they may be shown',
		needs: 'staff:settings',
		response: paymentSettings,
	} ),
	operation( {
		id: 'payment-settings.update',
		method: 'PUT',
		path: '/settings/payments',
		summary: 'Change keys and mode',
		needs: 'staff:settings',
		outside: true,
		body: paymentSettingsInput,
		response: paymentSettings,
	} ),
	operation( {
		id: 'payment-settings.test',
		method: 'POST',
		path: '/settings/payments/test',
		summary: 'Ask Stripe whether the stored keys work',
		needs: 'staff:settings',
		outside: true,
		body: z.strictObject( { mode: z.enum( [ 'test', 'live' ] ) } ),
		response: connectionTest,
	} ),
	operation( {
		id: 'portals.list',
		method: 'GET',
		path: '/portals',
		summary: 'Portals and their pages',
		needs: 'staff:view',
		response: z.strictObject( { items: z.array( portal ) } ),
	} ),
	operation( {
		id: 'portals.create-pages',
		method: 'POST',
		path: '/portals/{id}/pages',
		summary: 'Make the log-in and portal pages that are missing',
		needs: 'staff:settings',
		params: z.strictObject( { id } ),
		response: portal,
		idempotent: true,
	} ),
] as const;
