import { useViewportMatch } from '@wordpress/compose';
import { type Action, DataViews, type Field as DataField, type View } from '@wordpress/dataviews/wp';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { ComponentProps, MouseEvent, ReactElement, ReactNode } from 'react';
import { type ItemAction, labelOf } from '../actions/action';
import { useActions } from '../actions/use-actions';
import { navigate } from '../location';
import type { ApiFailure } from '../api';
import { Problem } from '../problem';
import type { Read } from '../store';
import './data-list.scss';
import { Pager } from './pager';
import type { Pages } from './pages';
import { PAGE_SIZES } from './preferences';
import type { ListAddress } from './use-list-address';
import { useListView } from './use-list-view';
import { SavedViews } from './saved-views';
import { Search } from './search';

interface Props< Row extends { id: number } > {
	/** What its columns and views are kept under, "invoices". */
	readonly name: string;
	readonly read: Read< { items: Row[]; next_cursor: string | null } >;
	readonly pages: Pages;
	/** Columns in their order; the first one is the title on phones, and always there. */
	readonly fields: ReadonlyArray< DataField< Row > >;
	/** Ids of columns that are amounts or counts: aligned at the end. */
	readonly numeric?: readonly string[];
	/** Ids of the columns that are shown on phones, below the title. */
	readonly compact: readonly string[];
	readonly actions?: ReadonlyArray< ItemAction< NoInfer< Row > > >;
	/** Where a row leads, in the app: "/invoices/12". */
	readonly hrefOf: ( row: Row ) => string;
	/** Columns that are shown only where somebody chose them. */
	readonly hidden?: readonly string[];
	/** Columns that a narrow window has no room for. */
	readonly wideOnly?: readonly string[];
	/** Columns the server sorts by. */
	readonly sortable: readonly string[];
	/** Its part of the address. */
	readonly list: ListAddress;
	/** Left out where there is nothing to search for. */
	readonly searchLabel?: string;
	/** Filters that exclude each other: in the first line, before the search. */
	readonly tabs?: ReactNode;
	/** Other filters, and what the list comes to. */
	readonly filters?: ReactNode;
	/** Beside the views: what is done with all that is listed; and where it says why it was not. */
	readonly tools?: ( onFailure: ( failure: ApiFailure ) => void ) => ReactNode;
	/** Instead of the list when there is nothing at all. */
	readonly empty: ReactNode;
}

/** A list screen's table: on phones a list of cards, otherwise a table; always searched by the server. */
export function DataList< Row extends { id: number } >( props: Props< Row > ) {
	const { read, pages, list, empty } = props;
	return read.data?.items.length === 0 && ! list.isFiltered && ! pages.previous ? (
		<>{ empty }</>
	) : (
		<Rows { ...props } />
	);
}

function Rows< Row extends { id: number } >( props: Props< Row > ) {
	const { read, pages, list, fields, numeric = [], actions = [], hidden = [], wideOnly = [], hrefOf } = props;
	const isPhone = useViewportMatch( 'medium', '<' );
	const isNarrow = useViewportMatch( 'xlarge', '<' );
	const rows = read.data?.items ?? [];
	const look = useListView( {
		...props,
		...list,
		numeric,
		hidden: [ ...hidden, ...( isNarrow ? wideOnly : [] ) ],
		isPhone,
	} );
	const [ failure, setFailure ] = useState< ApiFailure | undefined >();
	const { start, dialog, error, clearError } = useActions< Row >();
	const [ selection, setSelection ] = useState< readonly string[] >( [] );
	const chosen = selection.filter( ( id ) => rows.some( ( row ) => String( row.id ) === id ) );

	return (
		<div className="counterfoil-list" aria-busy={ read.isLoading } onClickCapture={ openBeside }>
			<Table
				data={ rows }
				fields={ fields.map( ( field, at ) => ( {
					enableHiding: at > 0,
					...( at === 0 && isPhone ? linked( field, hrefOf ) : field ),
					enableSorting: props.sortable.includes( field.id ),
				} ) ) }
				view={ look.view }
				onChangeView={ look.change }
				actions={ actions.map( ( action ) => forTable( action, start ) ) }
				getItemId={ ( row ) => String( row.id ) }
				isLoading={ read.isLoading && ! read.data }
				isItemClickable={ () => true }
				renderItemLink={ ( { item, ...anchor } ) => (
					<RowLink
						{ ...anchor }
						className={ `${ anchor.className } counterfoil-list__link` }
						to={ hrefOf( item ) }
					/>
				) }
				selection={ isPhone ? [] : [ ...chosen ] }
				onChangeSelection={ ( ids ) => {
					const row = rows.find( ( candidate ) => String( candidate.id ) === ids[ 0 ] );
					if ( ! isPhone ) {
						setSelection( ids );
					} else if ( row ) {
						navigate( hrefOf( row ) );
					}
				} }
				onReset={ look.reset }
				paginationInfo={ { totalItems: rows.length, totalPages: 1 } }
				config={ { perPageSizes: [ ...PAGE_SIZES ] } }
				defaultLayouts={ { table: {}, list: {} } }
				empty={ <p>{ __( 'No results. Try another search or filter.', 'counterfoil' ) }</p> }
			>
				<div className="counterfoil-list__toolbar">
					{ props.tabs }
					{ ! props.tabs && ! isPhone && props.filters }
					<div className="counterfoil-list__tools">
						{ props.searchLabel !== undefined && (
							<Search text={ list.search } label={ props.searchLabel } onSearch={ list.onSearch } />
						) }
						{ ! isPhone && (
							<SavedViews
								filters={ list.address }
								onChange={ list.change }
								list={ look.preferences }
								columns={ look.columns }
								onSave={ look.keep }
							/>
						) }
						{ props.tools?.( setFailure ) }
						{ ! isPhone && <DataViews.ViewConfig /> }
					</div>
					{ ( props.tabs || isPhone ) && props.filters }
				</div>
				<Problem error={ read.error } onRetry={ read.reload } />
				<Problem error={ failure } onDismiss={ () => setFailure( undefined ) } />
				<Problem error={ error } onDismiss={ clearError } />
				{ ( read.data || ! read.error ) && <DataViews.Layout /> }
				{ chosen.length > 0 && ! isPhone && (
					<div className="counterfoil-list__chosen">
						<DataViews.BulkActionToolbar />
					</div>
				) }
			</Table>
			<Pager pages={ pages } next={ read.data?.next_cursor ?? null } />
			{ dialog }
		</div>
	);
}

/** The whole row is this link: it can be opened beside, copied and walked to with the keyboard. */
const RowLink = ( { to, children, ...anchor }: ComponentProps< 'a' > & { readonly to: string } ) => (
	<a { ...anchor } href={ `#${ to }` }>
		{ children }
	</a>
);

/** The table would tick the row instead: with Ctrl or ⌘ a link opens in another tab, as links do. The boxes still tick. */
function openBeside( event: MouseEvent< HTMLElement > ): void {
	const isLink = event.target instanceof Element && event.target.closest( '.counterfoil-list__link' ) !== null;
	if ( isLink && ( event.ctrlKey || event.metaKey ) ) {
		event.stopPropagation();
	}
}

/** The cards of phones know no links of their own. */
function linked< Row >( field: DataField< Row >, hrefOf: ( row: Row ) => string ): DataField< Row > {
	const { render: Content } = field;
	return {
		...field,
		...( Content
			? {
					render: ( props ) => (
						// A card is a row of a grid, which has nothing but cells.
						<div role="gridcell" className="counterfoil-list__cell">
							<RowLink className="counterfoil-list__link" to={ hrefOf( props.item ) }>
								<Content { ...props } />
							</RowLink>
						</div>
					),
				}
			: {} ),
	};
}

/** An action as DataViews takes it. Dialogs are ours: they outlive the row that is read anew below them. */
function forTable< Row >(
	action: ItemAction< Row >,
	start: ( action: ItemAction< Row >, items: readonly Row[] ) => void
): Action< Row > {
	return {
		id: action.id,
		label: ( items ) => labelOf( action, items ),
		isEligible: action.isEligible,
		supportsBulk: action.supportsBulk ?? false,
		callback: ( items ) => start( action, items ),
	};
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
	renderItemLink: ( props: { item: Row } & ComponentProps< 'a' > ) => ReactElement;
	selection: string[];
	onChangeSelection: ( ids: string[] ) => void;
	onReset: ( () => void ) | false;
	paginationInfo: { totalItems: number; totalPages: number };
	config: { perPageSizes: number[] };
	defaultLayouts: object;
	empty: ReactNode;
	children: ReactNode;
} ) => ReactNode;
