import type { View } from '@wordpress/dataviews/wp';
import { columnsOf, type ListPreferences, PAGE_SIZE, PAGE_SIZES, useListPreferences, withLook } from './preferences';
import type { Sort } from './use-list-address';

interface Options {
	readonly name: string;
	readonly fields: ReadonlyArray< { readonly id: string } >;
	readonly numeric: readonly string[];
	readonly compact: readonly string[];
	readonly hidden: readonly string[];
	readonly sort: Sort;
	readonly onSort: ( sort: Sort ) => void;
	readonly isPhone: boolean;
}

export interface ListView {
	readonly view: View;
	readonly change: ( next: View ) => void;
	/** Back to how it comes; false while it is so. */
	readonly reset: ( () => void ) | false;
	/** Shown besides the title, in their order. */
	readonly columns: readonly string[];
	readonly preferences: ListPreferences;
	readonly keep: ( next: ListPreferences ) => void;
}

/** How a list is shown: on phones always the same, otherwise as somebody wants it. */
export function useListView( options: Options ): ListView {
	const { name, fields, numeric, compact, hidden, sort, onSort, isPhone } = options;
	const [ preferences, keep ] = useListPreferences( name );
	const [ title = 'id', ...others ] = fields.map( ( { id } ) => id );
	const columns = columnsOf( preferences, others, hidden );
	const { density = 'compact', perPage = PAGE_SIZE, views } = preferences;
	const usual = { columns: columnsOf( {}, others, hidden ), density: 'compact', perPage: PAGE_SIZE };
	const common = { titleField: title, page: 1, perPage, sort };
	const view: View = isPhone
		? { ...common, type: 'list', fields: [ ...compact ] }
		: {
				...common,
				type: 'table',
				fields: columns,
				layout: {
					density,
					styles: Object.fromEntries( numeric.map( ( id ) => [ id, { align: 'end' as const } ] ) ),
				},
			};
	const change = ( next: View ) => {
		if ( next.sort && ( next.sort.field !== sort.field || next.sort.direction !== sort.direction ) ) {
			onSort( next.sort );
		}
		if ( next.type === 'table' ) {
			const kept = withLook(
				preferences,
				{ columns, density, perPage },
				{
					columns: next.fields ?? others,
					density: next.layout?.density ?? density,
					perPage: PAGE_SIZES.find( ( option ) => option === next.perPage ) ?? perPage,
				}
			);
			if ( kept !== preferences ) {
				keep( kept );
			}
		}
	};
	const isOwn = JSON.stringify( { columns, density, perPage } ) !== JSON.stringify( usual );
	return {
		view,
		change,
		reset: isOwn ? () => keep( views ? { views } : {} ) : false,
		columns,
		preferences,
		keep,
	};
}
