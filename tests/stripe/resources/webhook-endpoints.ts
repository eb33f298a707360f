import { invalid } from '../errors';
import { page, PAGE_PARAMS } from '../lists';
import type { WebhookEndpoint } from '../objects';
import type { Json } from '../present';
import { present } from '../present';
import type { Call, Route } from '../routes';
import { random } from '../world';

/** @see https://docs.stripe.com/api/webhook_endpoints */
export const webhook_endpoints: readonly Route[] = [
	{ method: 'POST', path: '/v1/webhook_endpoints', run: create },
	{
		method: 'GET',
		path: '/v1/webhook_endpoints',
		run: ( { net, caller, params } ) => {
			params.only( ...PAGE_PARAMS );
			const all = net.world.all( 'webhook_endpoints', caller.tenant );
			const found = page( '/v1/webhook_endpoints', all, params );
			return { ...found, data: ( found.data as Json[] ).map( without_secret ) };
		},
	},
	{
		method: 'GET',
		path: '/v1/webhook_endpoints/:id',
		run: ( { net, caller, params, id } ) => {
			params.only();
			return without_secret( present( net.world.find( 'webhook_endpoints', id, caller ) ) );
		},
	},
	{ method: 'POST', path: '/v1/webhook_endpoints/:id', run: update },
	{
		method: 'DELETE',
		path: '/v1/webhook_endpoints/:id',
		run: ( { net, caller, id } ) => {
			net.world.find( 'webhook_endpoints', id, caller );
			net.world.remove( 'webhook_endpoints', id );
			return { id, object: 'webhook_endpoint', deleted: true };
		},
	},
];

function create( { net, caller, params }: Call ): WebhookEndpoint {
	params.only( 'url', 'enabled_events', 'description', 'api_version', 'metadata', 'connect' );
	const url = checked_url( params.required( 'url' ), caller.livemode );
	const enabled_events = params.list( 'enabled_events' );
	if ( ! enabled_events || enabled_events.length === 0 ) {
		throw params.missing( 'enabled_events' );
	}
	return net.world.insert( 'webhook_endpoints', caller, {
		id: net.world.id( 'we' ),
		object: 'webhook_endpoint',
		api_version: params.text( 'api_version' ) ?? null,
		application: null,
		description: params.text( 'description' ) ?? null,
		enabled_events,
		metadata: params.metadata(),
		secret: `whsec_${ random( 32 ) }`,
		status: 'enabled',
		url,
	} );
}

function update( { net, caller, params, id }: Call ): Json {
	params.only( 'url', 'enabled_events', 'description', 'disabled', 'metadata' );
	const endpoint = net.world.find( 'webhook_endpoints', id, caller );
	const url = params.text( 'url' );
	endpoint.url = typeof url === 'string' ? checked_url( url, caller.livemode ) : endpoint.url;
	endpoint.enabled_events = params.list( 'enabled_events' ) ?? endpoint.enabled_events;
	endpoint.metadata = params.metadata( endpoint.metadata );
	const disabled = params.boolean( 'disabled' );
	if ( disabled !== undefined ) {
		endpoint.status = disabled ? 'disabled' : 'enabled';
	}
	net.world.touch();
	return without_secret( present( endpoint ) );
}

/** The secret is shown once, when the endpoint is made. */
function without_secret( endpoint: Json ): Json {
	return Object.fromEntries( Object.entries( endpoint ).filter( ( [ name ] ) => name !== 'secret' ) );
}

/** Stripe takes no address it cannot reach; the fake runs beside the site, so in test mode it takes any. */
function checked_url( url: string, livemode: boolean ): string {
	if ( ! /^https?:\/\/[^\s/]+/.test( url ) || ( livemode && ! url.startsWith( 'https://' ) ) ) {
		throw invalid( `Invalid URL: ${ url }`, 'url', 'url_invalid' );
	}
	return url;
}
