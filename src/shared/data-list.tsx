import { Button, SearchControl } from '@wordpress/components';
import { DataViews, type Action, type Field as DataField, type View } from '@wordpress/dataviews/wp';
import { useEffect, useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import { useViewportMatch } from '@wordpress/compose';
import type { ReactNode } from 'react';
import './data-list.scss';
import { Problem } from './problem';
import type { Read } from './store';

interface Pages {
	/** Where this page begins; undefined for the first one. */
	readonly cursor: string | undefined;
	readonly previous: ( () => void ) | undefined;
	readonly next: ( cursor: string ) => void;
}

/**
 * Pages of a keyset list: forward by the answer's cursor, back by the ones passed.
 *
 * @param filters What the list is narrowed by; a change goes back to the first page.
 */
export function usePages( filters: object ): Pages {
	const key = JSON.stringify( filters );
	const [ state, setState ] = useState< { key: string; passed: readonly string[] } >( { key, passed: [] } );
	const passed = state.key === key ? state.passed : [];
	const turnTo = ( cursors: readonly string[] ) => {
		setState( { key, passed: cursors } );
		window.scrollTo( 0, 0 );
	};
	return {
		cursor: passed.at( -1 ),
		previous: passed.length > 0 ? () => turnTo( passed.slice( 0, -1 ) ) : undefined,
		next: ( cursor ) => turnTo( [ ...passed, cursor ] ),
	};
}

interface Props< Row extends { id: number } > {
	readonly read: Read< { items: Row[]; next_cursor: string | null } >;
	readonly pages: Pages;
	/** Columns in their order; the first one is the title on phones. */
	readonly fields: ReadonlyArray< DataField< Row > >;
	/** Ids of columns that are amounts or counts: aligned at the end. */
	readonly numeric?: readonly string[];
	/** Ids of the columns that are shown on phones, below the title. */
	readonly compact: readonly string[];
	readonly actions?: ReadonlyArray< Action< Row > >;
	readonly onOpen: ( row: Row ) => void;
	readonly search: string;
	readonly searchLabel: string;
	readonly onSearch: ( text: string ) => void;
	/** Tabs or filters beside the search. */
	readonly filters?: ReactNode;
	/** Instead of the list when there is nothing at all. */
	readonly empty: ReactNode;
	readonly isFiltered: boolean;
}

/** A list screen's table: on phones a list of cards, otherwise a table; always searched by the server. */
export function DataList< Row extends { id: number } >( props: Props< Row > ) {
	const { read, pages, fields, numeric = [], compact, actions = [], onOpen, isFiltered } = props;
	const isPhone = useViewportMatch( 'medium', '<' );
	const rows = read.data?.items ?? [];
	const title = fields[ 0 ]?.id ?? 'id';
	const view: View = isPhone
		? { type: 'list', titleField: title, fields: [ ...compact ], page: 1, perPage: 100 }
		: {
				type: 'table',
				titleField: title,
				fields: fields.slice( 1 ).map( ( { id } ) => id ),
				page: 1,
				perPage: 100,
				layout: {
					density: 'compact',
					styles: Object.fromEntries( numeric.map( ( id ) => [ id, { align: 'end' as const } ] ) ),
				},
			};

	if ( read.data && rows.length === 0 && ! isFiltered && ! pages.previous ) {
		return <>{ props.empty }</>;
	}
	return (
		<div className="counterfoil-list" aria-busy={ read.isLoading }>
			<div className="counterfoil-list__toolbar">
				{ props.filters }
				<Search text={ props.search } label={ props.searchLabel } onSearch={ props.onSearch } />
			</div>
			<Problem error={ read.error } onRetry={ read.reload } />
			{ ( read.data || ! read.error ) && (
				<Table
					data={ rows }
					fields={ fields.map( ( field ) => ( { enableSorting: false, enableHiding: false, ...field } ) ) }
					view={ view }
					onChangeView={ () => undefined }
					actions={ [ ...actions ] }
					getItemId={ ( row ) => String( row.id ) }
					isLoading={ read.isLoading && ! read.data }
					isItemClickable={ () => true }
					onClickItem={ onOpen }
					onChangeSelection={ ( [ id ] ) => {
						const row = rows.find( ( candidate ) => String( candidate.id ) === id );
						if ( isPhone && row ) {
							onOpen( row );
						}
					} }
					paginationInfo={ { totalItems: rows.length, totalPages: 1 } }
					defaultLayouts={ { table: {}, list: {} } }
					empty={ <p>{ __( 'Nothing matches. Change the search or the filter.', 'counterfoil' ) }</p> }
				>
					<DataViews.Layout />
				</Table>
			) }
			<Pager pages={ pages } next={ read.data?.next_cursor ?? null } />
		</div>
	);
}

/** DataViews' own type asks for an id that is text unless it is told how to get one; told here once. */
const Table = DataViews as unknown as < Row >( props: {
	data: Row[];
	fields: Array< DataField< Row > >;
	view: View;
	onChangeView: ( view: View ) => void;
	actions: Array< Action< Row > >;
	getItemId: ( row: Row ) => string;
	isLoading: boolean;
	isItemClickable: ( row: Row ) => boolean;
	onClickItem: ( row: Row ) => void;
	onChangeSelection: ( ids: string[] ) => void;
	paginationInfo: { totalItems: number; totalPages: number };
	defaultLayouts: object;
	empty: ReactNode;
	children: ReactNode;
} ) => ReactNode;

/** Searches when the typing pauses. */
function Search( { text, label, onSearch }: { text: string; label: string; onSearch: ( text: string ) => void } ) {
	const [ typed, setTyped ] = useState( text );
	useEffect( () => {
		if ( typed === text ) {
			return;
		}
		const timer = window.setTimeout( () => onSearch( typed ), 250 );
		return () => window.clearTimeout( timer );
	}, [ typed, text, onSearch ] );
	return (
		<SearchControl
			__nextHasNoMarginBottom
			label={ label }
			placeholder={ label }
			value={ typed }
			onChange={ setTyped }
			size="compact"
		/>
	);
}

function Pager( { pages, next }: { pages: Pages; next: string | null } ) {
	if ( ! pages.previous && next === null ) {
		return null;
	}
	return (
		<nav className="counterfoil-list__pager" aria-label={ __( 'Pages', 'counterfoil' ) }>
			<Button
				variant="tertiary"
				onClick={ pages.previous }
				disabled={ ! pages.previous }
				accessibleWhenDisabled
				__next40pxDefaultSize
			>
				{ __( 'Previous', 'counterfoil' ) }
			</Button>
			<Button
				variant="tertiary"
				onClick={ () => next !== null && pages.next( next ) }
				disabled={ next === null }
				accessibleWhenDisabled
				__next40pxDefaultSize
			>
				{ __( 'Next', 'counterfoil' ) }
			</Button>
		</nav>
	);
}
