import apiFetch from '@wordpress/api-fetch';
import { createReduxStore, dispatch, register, useDispatch, useSelect } from '@wordpress/data';
import { useCallback, useState } from '@wordpress/element';
import { ApiFailure, call, methodOf, type OperationId, pathOf, type RequestOf, type ResponseOf } from './api';
import { Intention } from './intention';

/** What was read from the server, by path. */
interface Entry {
	readonly data?: unknown;
	readonly error?: ApiFailure | undefined;
}
type State = Readonly< Record< string, Entry > >;
type Action = { readonly type: 'RECEIVE' | 'FAIL'; readonly path: string; readonly entry: Entry };

function reduce( state: State = {}, action: Action ): State {
	switch ( action.type ) {
		case 'RECEIVE':
			return { ...state, [ action.path ]: action.entry };
		case 'FAIL':
			return { ...state, [ action.path ]: { ...state[ action.path ], ...action.entry } };
	}
	return state;
}

const actions = {
	receive: ( path: string, data: unknown ): Action => ( { type: 'RECEIVE', path, entry: { data } } ),
	fail: ( path: string, error: ApiFailure ): Action => ( { type: 'FAIL', path, entry: { error } } ),
};

const store = createReduxStore( 'counterfoil', {
	reducer: reduce,
	actions,
	selectors: {
		read: ( state: State, path: string ): Entry | undefined => state[ path ],
	},
	resolvers: {
		read:
			( path: string ) =>
			async ( { dispatch: to }: { dispatch: typeof actions } ) => {
				try {
					to.receive( path, await apiFetch( { path } ) );
				} catch ( thrown ) {
					to.fail( path, ApiFailure.from( thrown ) );
				}
			},
	},
} );
register( store );

/** Every store is given these, but no type says so. */
interface Invalidation {
	invalidateResolution: ( selector: string, args: unknown[] ) => void;
	invalidateResolutionForStoreSelector: ( selector: string ) => void;
}

/** Reads anew whatever is on screen; what is not is read when it is shown again. */
export function refresh(): void {
	( dispatch( store ) as unknown as Invalidation ).invalidateResolutionForStoreSelector( 'read' );
}

export interface Read< T > {
	/** The last answer; kept while a newer one is on its way. */
	readonly data: T | undefined;
	readonly error: ApiFailure | undefined;
	readonly isLoading: boolean;
	readonly reload: () => void;
}

/**
 * Reads from the server; shown again, it is the same until a command changed something.
 *
 * @param id      A GET of the contract, "invoices.get".
 * @param request Its params and query.
 * @param isWanted False where there is nothing to ask for yet.
 */
export function useRead< Id extends OperationId >(
	id: Id,
	request: RequestOf< Id >,
	isWanted = true
): Read< ResponseOf< Id > > {
	const path = pathOf( id, request );
	const { entry, isLoading } = useSelect(
		( select ) => ( {
			entry: isWanted ? ( select( store ).read( path ) as Entry | undefined ) : undefined,
			isLoading:
				isWanted &&
				! (
					select( store ) as unknown as {
						hasFinishedResolution: ( name: string, args: unknown[] ) => boolean;
					}
				 ).hasFinishedResolution( 'read', [ path ] ),
		} ),
		[ path, isWanted ]
	);
	const { invalidateResolution } = useDispatch( store ) as unknown as Invalidation;
	const reload = useCallback( () => invalidateResolution( 'read', [ path ] ), [ invalidateResolution, path ] );
	return { data: entry?.data as ResponseOf< Id > | undefined, error: entry?.error, isLoading, reload };
}

export interface Command< Id extends OperationId > {
	/** Resolves to the answer, or to undefined when it failed: then `error` says why. */
	readonly run: (
		request: RequestOf< Id >,
		onFailure?: ( failure: ApiFailure ) => void
	) => Promise< ResponseOf< Id > | undefined >;
	readonly isBusy: boolean;
	readonly error: ApiFailure | undefined;
	readonly clearError: () => void;
}

/**
 * A command to the server. Never optimistic: what is shown changes when the server has answered.
 *
 * @param id Operation, "invoices.send".
 */
export function useCommand< Id extends OperationId >( id: Id ): Command< Id > {
	const [ state, setState ] = useState< { isBusy: boolean; error: ApiFailure | undefined } >( {
		isBusy: false,
		error: undefined,
	} );
	const [ intention ] = useState( () => new Intention() );
	const run = useCallback(
		async ( request: RequestOf< Id >, onFailure?: ( failure: ApiFailure ) => void ) => {
			setState( { isBusy: true, error: undefined } );
			try {
				const answer = await perform( id, request, intention );
				setState( { isBusy: false, error: undefined } );
				return answer;
			} catch ( thrown ) {
				const error = ApiFailure.from( thrown );
				setState( { isBusy: false, error } );
				onFailure?.( error );
				return undefined;
			}
		},
		[ id, intention ]
	);
	const clearError = useCallback(
		() => setState( ( previous ) => ( previous.error ? { ...previous, error: undefined } : previous ) ),
		[]
	);
	return { run, ...state, clearError };
}

/** Intentions that no component keeps, by operation and request: those of actions. */
const open = new Map< string, Intention >();

/**
 * Gives a command to the server and reads anew what is on screen.
 *
 * @param id        Operation, "invoices.send".
 * @param request   Its params, query and body.
 * @param intention Whose key it carries; left out, the same request is the same intention until it was answered.
 * @throws ApiFailure
 */
export async function perform< Id extends OperationId >(
	id: Id,
	request: RequestOf< Id >,
	intention?: Intention
): Promise< ResponseOf< Id > > {
	const name = JSON.stringify( [ id, request ] );
	const meant = intention ?? open.get( name ) ?? new Intention();
	if ( ! intention ) {
		open.set( name, meant );
	}
	const answer = await call( id, request, { key: meant.keyFor( request ) } );
	meant.settle();
	open.delete( name );
	if ( methodOf( id ) === 'PUT' ) {
		// It answers what a GET of its path would: a form that opens before that is read begins with what was saved.
		dispatch( store ).receive( pathOf( id, request ), answer );
	}
	refresh();
	return answer;
}
