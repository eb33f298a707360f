import { invalid } from '../errors';
import { page, PAGE_PARAMS } from '../lists';
import type { Json } from '../present';
import type { Call, Route } from '../routes';

const KEPT_SECONDS = 30 * 24 * 3600;

/** Events of the last 30 days. @see https://docs.stripe.com/api/events/list */
export const events: readonly Route[] = [
	{ method: 'GET', path: '/v1/events', run: list_events },
	{
		method: 'GET',
		path: '/v1/events/:id',
		run: ( { net, caller, params, id } ) => {
			params.only();
			return net.world.find( 'events', id, caller );
		},
	},
];

function list_events( { net, caller, params }: Call ): Json {
	params.only( ...PAGE_PARAMS, 'type', 'types', 'delivery_success' );
	const type = params.text( 'type' ) ?? null;
	const types = params.list( 'types' ) ?? null;
	const delivered = params.boolean( 'delivery_success' );
	if ( type !== null && types !== null ) {
		throw invalid( 'You may only specify one of these parameters: type, types.' );
	}
	const wanted = types ?? ( type === null ? null : [ type ] );
	const all = net.world
		.all( 'events', caller.tenant )
		.filter( ( one ) => one.created > net.world.now() - KEPT_SECONDS )
		.filter( ( one ) => wanted === null || wanted.some( ( name ) => fits( name, one.type ) ) )
		.filter( ( one ) => delivered === undefined || delivered === ( one.pending_webhooks === 0 ) );
	return page( '/v1/events', all, params );
}

/** `charge.*` stands for every event about a charge. */
function fits( name: string, type: string ): boolean {
	return name.endsWith( '*' ) ? type.startsWith( name.slice( 0, -1 ) ) : name === type;
}
