import { useDispatch, useSelect } from '@wordpress/data';
import { store as preferences } from '@wordpress/preferences';
import { z } from 'zod';

/** A list as somebody wants to find it again: what it is narrowed by, and its columns. */
const savedView = z.object( {
	name: z.string(),
	/** As in the address: `{ state: 'overdue', search: 'acme' }`; sorted by name, none empty. */
	filters: z.record( z.string(), z.string() ),
	columns: z.array( z.string() ),
} );
export type SavedView = z.infer< typeof savedView >;

/** How many rows a page may have. */
export const PAGE_SIZES = [ 25, 50, 100 ] as const;
export const PAGE_SIZE = 25;

const stored = z.object( {
	/** Shown columns besides the title, in their order; undefined as long as nobody chose. */
	columns: z.array( z.string() ).optional(),
	density: z.enum( [ 'compact', 'balanced', 'comfortable' ] ).optional(),
	perPage: z.union( PAGE_SIZES.map( ( size ) => z.literal( size ) ) ).optional(),
	views: z.array( savedView ).optional(),
} );
export type ListPreferences = z.infer< typeof stored >;

/** What was stored, by any version of us; what can't be read counts as never chosen. */
export const read = ( value: unknown ): ListPreferences => stored.safeParse( value ).data ?? {};

/** Chosen columns, as far as they are still there; as long as nobody chose, all but the ones that are seldom wanted. */
export const columnsOf = (
	{ columns }: ListPreferences,
	known: readonly string[],
	hidden: readonly string[] = []
): string[] =>
	( columns ?? known.filter( ( id ) => ! hidden.includes( id ) ) ).filter( ( id ) => known.includes( id ) );

/** How a list is shown, chosen or not. */
export interface ListLook {
	readonly columns: readonly string[];
	readonly density: NonNullable< ListPreferences[ 'density' ] >;
	readonly perPage: NonNullable< ListPreferences[ 'perPage' ] >;
}

/**
 * Keeps what somebody changed, and only that: whoever sorts a list has chosen no columns, and a narrow window still
 * leaves out those it has no room for. The same object when nothing was changed.
 */
export function withLook( list: ListPreferences, shown: ListLook, next: ListLook ): ListPreferences {
	const changes: ListPreferences = {
		...( next.columns.join() !== shown.columns.join() ? { columns: [ ...next.columns ] } : {} ),
		...( next.density !== shown.density ? { density: next.density } : {} ),
		...( next.perPage !== shown.perPage ? { perPage: next.perPage } : {} ),
	};
	return Object.keys( changes ).length > 0 ? { ...list, ...changes } : list;
}

/** Filters as they are compared and kept. */
export const tidy = ( filters: Readonly< Record< string, string > > ): Record< string, string > =>
	Object.fromEntries(
		Object.entries( filters )
			.filter( ( [ , value ] ) => value !== '' )
			.sort( ( [ one ], [ other ] ) => ( one < other ? -1 : 1 ) )
	);

/** The view that is on screen, by what it is narrowed by. */
export const currentView = (
	{ views = [] }: ListPreferences,
	filters: Readonly< Record< string, string > >
): SavedView | undefined =>
	views.find( ( view ) => JSON.stringify( tidy( view.filters ) ) === JSON.stringify( tidy( filters ) ) );

/** A view of the same name is replaced. */
export const withView = ( list: ListPreferences, view: SavedView ): ListPreferences => ( {
	...list,
	views: [ ...( list.views ?? [] ).filter( ( { name } ) => name !== view.name ), view ].sort( ( one, other ) =>
		one.name.localeCompare( other.name )
	),
} );

export const withoutView = ( list: ListPreferences, name: string ): ListPreferences => ( {
	...list,
	views: ( list.views ?? [] ).filter( ( view ) => view.name !== name ),
} );

/** Where the keeping is: the name of our part among WordPress' preferences. */
const SCOPE = 'counterfoil';

/**
 * How somebody wants a list. Kept by WordPress' preferences: with the user, on every computer, and in the browser
 * where the site's REST API is closed to them.
 *
 * @param name Of the list, "invoices".
 */
export function useListPreferences( name: string ): [ ListPreferences, ( next: ListPreferences ) => void ] {
	const key = `list-${ name }`;
	const value: unknown = useSelect( ( select ) => select( preferences ).get( SCOPE, key ), [ key ] );
	const { set } = useDispatch( preferences );
	return [ read( value ), ( next ) => void set( SCOPE, key, next ) ];
}
