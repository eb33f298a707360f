/**
 * @typedef {Object} Route
 * @property {string}                  name
 * @property {'staff'|'client'}        as
 * @property {(site: import('./site.mjs').BenchSite) => string} path     Under /wp-json.
 * @property {(site: import('./site.mjs').BenchSite) => Object} [body]   Makes it a POST.
 * @property {number}                  [ratio]    How much longer it may take with 100,000 invoices than with 100.
 * @property {number}                  [queries]  How many of our queries it may make.
 * @property {number}                  [within]   Milliseconds.
 */

/** What is searched for is looked up in its own tables first: a few statements more, as many at any size. */
const search = ( name, address ) => ( { ...list( name, address ), queries: 14 } );

const list = ( name, address, as = 'staff' ) => ( {
	name,
	as,
	path: () => `/counterfoil/v1/${ address }`,
	ratio: 1.15,
	queries: 5,
} );

/** @type {Record<'staff'|'client', Route>} What every request costs that does nothing, by who asks. */
export const NOTHING = {
	staff: { name: 'nothing (staff)', as: 'staff', path: () => '/bench/v1/nothing' },
	client: { name: 'nothing (client)', as: 'client', path: () => '/bench/v1/nothing' },
};

/** @type {Route[]} */
export const ROUTES = [
	list( 'invoices', 'invoices' ),
	list( 'invoices, drafts', 'invoices?state=draft' ),
	list( 'invoices, due', 'invoices?state=due' ),
	list( 'invoices, overdue', 'invoices?state=overdue' ),
	list( 'invoices, part-paid', 'invoices?state=part_paid' ),
	list( 'invoices, paid', 'invoices?state=paid' ),
	list( 'invoices, refunded', 'invoices?state=refunded' ),
	list( 'invoices, by client', 'invoices?orderby=client' ),
	list( 'invoices, paid, by total', 'invoices?state=paid&orderby=total&order=desc' ),
	list( 'invoices, of a client', 'invoices?client_id=3' ),
	search( 'invoices, a number', 'invoices?search=INV-1000042' ),
	search( 'invoices, its end', 'invoices?search=1000042' ),
	search( 'invoices, a name', 'invoices?search=%C5%BB%C3%B3%C5%82ta%20%C5%81%C3%B3d' ),
	search( 'invoices, without marks', 'invoices?search=zolta%20lod' ),
	search( 'invoices, no such thing', 'invoices?search=nowhere' ),
	list( 'clients', 'clients' ),
	search( 'clients, a name', 'clients?search=Client%201000004' ),
	search( 'clients, with marks', 'clients?search=%C5%BB%C3%B3%C5%82ta' ),
	search( 'clients, without marks', 'clients?search=zolta' ),
	search( 'payments, a name', 'payments?search=zolta%20lod' ),
	search( 'payments, a reference', 'payments?search=REF-000007' ),
	search( 'emails, a name', 'emails?search=zolta%20lod' ),
	search( 'emails, an address', 'emails?search=person%40client-7.' ),
	list( 'portal: invoices', 'portal/invoices', 'client' ),
	{
		name: 'PDF that is kept',
		as: 'staff',
		path: ( site ) => `/counterfoil/v1/invoices/${ site.invoice }/pdf`,
		ratio: 1.15,
		queries: 5,
	},
	{
		name: 'editor: 50 lines',
		as: 'staff',
		path: () => '/counterfoil/v1/invoices/preview',
		body: ( site ) => site.draft,
		ratio: 1.15,
		within: 150,
	},
];
