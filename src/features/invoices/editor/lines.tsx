import { Button } from '@wordpress/components';
import { useMemo } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { Plan, Product } from '../../../contract/products';
import type { Money } from '../../../contract/common';
import { PlanPicker } from '../../../domain/products/plan-picker';
import type { TaxRate } from '../../../contract/taxes';
import { formatMoney } from '../../../shared/money';
import { toast } from '../../../shared/toasts';
import {
	type TypedTax,
	addLine,
	type Draft,
	duplicateLine,
	insertLine,
	moveLine,
	newLine,
	removeLine,
	setLine,
} from './draft';
import { focusLine } from './focus-line';
import { LineRow, type LineActions } from './line-row';
import { linesOfPlan } from './plan-lines';
import { TaxNotes } from './tax-notes';
import { knownTaxes, type Proposal } from './taxes';

interface Props {
	readonly draft: Draft;
	readonly amounts: ReadonlyMap< string, Money >;
	readonly isStale: boolean;
	readonly errorOf: ( field: string ) => string | undefined;
	readonly tax: TypedTax | null;
	/** Of the settings' list. */
	readonly rates: readonly TaxRate[] | undefined;
	readonly proposals: ReadonlyMap< string, Proposal >;
	readonly onChange: ( change: ( draft: Draft ) => Draft ) => void;
}

const FIELDS = [ 'description', 'quantity', 'price', 'discount', 'tax', 'supply' ] as const;

/** What is billed, line by line. */
export function Lines( { draft, amounts, isStale, errorOf, tax, rates, proposals, onChange }: Props ) {
	const taxes = useStable( knownTaxes( draft.lines, tax, rates ) );
	const count = draft.lines.length;
	const actions = useMemo< LineActions >(
		() => ( {
			change: ( key, changes ) => onChange( ( now ) => setLine( now, key, changes ) ),
			duplicate: ( key ) =>
				onChange( ( now ) => {
					const next = duplicateLine( now, key );
					focusLine( next.lines.at( next.lines.findIndex( ( line ) => line.key === key ) + 1 )?.key );
					return next;
				} ),
			move: ( key, by, field ) => {
				onChange( ( now ) => moveLine( now, key, by ) );
				focusLine( key, field );
			},
			remove: ( key ) =>
				onChange( ( now ) => {
					const at = now.lines.findIndex( ( line ) => line.key === key );
					const line = now.lines[ at ];
					focusLine( ( now.lines[ at + 1 ] ?? now.lines[ at - 1 ] )?.key );
					if ( line ) {
						toast( __( 'Line removed.', 'counterfoil' ), {
							label: __( 'Undo', 'counterfoil' ),
							onClick: () => onChange( ( later ) => insertLine( later, line, at ) ),
						} );
					}
					return removeLine( now, key );
				} ),
		} ),
		[ onChange ]
	);
	// Nothing is priced yet: a plan of another currency brings its own.
	const isCurrencyFree = draft.lines.every( ( line ) => line.plan_id === null && line.price.trim() === '' );
	const add = () => {
		const line = newLine( tax );
		onChange( ( now ) => addLine( now, line ) );
		focusLine( line.key );
	};
	const addPlan = ( product: Product, plan: Plan ) => {
		const lines = linesOfPlan( product, plan, tax );
		onChange( ( now ) => ( { ...lines.reduce( addLine, now ), currency: plan.price.currency } ) );
		focusLine( lines[ 0 ].key, 'quantity' );
	};
	return (
		<section className={ `counterfoil-lines${ isStale ? ' is-stale' : '' }` } aria-labelledby="counterfoil-lines">
			<h2 id="counterfoil-lines" className="screen-reader-text">
				{ __( 'Lines', 'counterfoil' ) }
			</h2>
			<div className="counterfoil-lines__head" aria-hidden="true">
				<span>{ __( 'Description', 'counterfoil' ) }</span>
				<span className="is-number">{ __( 'Quantity', 'counterfoil' ) }</span>
				<span className="is-number">{ __( 'Unit price', 'counterfoil' ) }</span>
				<span>{ __( 'Tax', 'counterfoil' ) }</span>
				<span className="is-number">{ __( 'Amount', 'counterfoil' ) }</span>
			</div>
			<ol className="counterfoil-lines__list">
				{ draft.lines.map( ( line, index ) => {
					const amount = amounts.get( line.key );
					const errors = FIELDS.flatMap( ( field ) => {
						const sentence = errorOf( `${ line.key }/${ field }` );
						return sentence ? [ `${ field }\t${ sentence }` ] : [];
					} ).join( '\n' );
					return (
						<LineRow
							key={ line.key }
							line={ line }
							number={ index + 1 }
							isFirst={ index === 0 }
							isLast={ index === count - 1 }
							currency={ draft.currency }
							amount={ amount ? formatMoney( amount ) : '' }
							errors={ errors }
							taxes={ taxes }
							actions={ actions }
						/>
					);
				} ) }
			</ol>
			{ errorOf( 'lines' ) && (
				<p className="counterfoil-lines__error" role="alert">
					{ errorOf( 'lines' ) }
				</p>
			) }
			<TaxNotes draft={ draft } proposals={ proposals } onChange={ onChange } />
			<div className="counterfoil-lines__add">
				<Button variant="secondary" disabled={ count >= 500 } onClick={ add } __next40pxDefaultSize>
					{ __( 'Add line', 'counterfoil' ) }
				</Button>
				<PlanPicker
					isOffered={ ( plan ) => isCurrencyFree || plan.price.currency === draft.currency }
					note={ sprintf(
						/* translators: %s: currency code */
						__( 'This invoice is in %s. Plans in other currencies can’t be added.', 'counterfoil' ),
						draft.currency
					) }
					isFull={ count >= 500 }
					onChoose={ addPlan }
				/>
				{ count > 10 && (
					<span className="counterfoil-lines__count">
						{ sprintf(
							/* translators: %d: number of lines */
							_n( '%d line', '%d lines', count, 'counterfoil' ),
							count
						) }
					</span>
				) }
			</div>
		</section>
	);
}

/** The same list while its entries are, so that five hundred rows need not look at it again. */
function useStable( taxes: readonly TypedTax[] ): readonly TypedTax[] {
	const text = JSON.stringify( taxes );
	return useMemo( () => JSON.parse( text ) as TypedTax[], [ text ] );
}
