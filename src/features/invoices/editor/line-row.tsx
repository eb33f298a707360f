import { memo, useId } from '@wordpress/element';
import { __, _n, sprintf } from '@wordpress/i18n';
import type { KeyboardEvent } from 'react';
import { decimalsOf, parsePrice, typedMoney } from '../../../shared/money';
import { DiscountInput } from './discount-input';
import type { DraftLine, LineChanges, TypedTax } from './draft';
import { LineMenu } from './line-menu';
import { hasDetails, LineDetails } from './line-details';
import { ReasonField, TaxSelect, TypedTaxFields } from './tax-select';

export interface LineActions {
	readonly change: ( key: string, changes: LineChanges ) => void;
	readonly duplicate: ( key: string ) => void;
	readonly move: ( key: string, by: -1 | 1, field?: string ) => void;
	readonly remove: ( key: string ) => void;
}

interface Props {
	readonly line: DraftLine;
	/** Counted from 1. */
	readonly number: number;
	readonly isFirst: boolean;
	readonly isLast: boolean;
	readonly currency: string;
	/** As the server computed it; empty before. */
	readonly amount: string;
	/** "field TAB sentence", a line each: text, so that a row without news is not drawn again. */
	readonly errors: string;
	readonly taxes: readonly TypedTax[];
	readonly actions: LineActions;
}

/** One line. Discount and what is said about it stand below, and only when there is something to say. */
export const LineRow = memo( function Row( props: Props ) {
	const { line, number, currency, amount, taxes, actions } = props;
	const id = useId();
	const errors = new Map( props.errors.split( '\n' ).map( ( entry ) => entry.split( '\t' ) as [ string, string ] ) );
	errors.delete( '' );
	const set = ( changes: LineChanges ) => actions.change( line.key, changes );
	const onKeyDown = ( event: KeyboardEvent ) => {
		if (
			event.key === 'Enter' &&
			event.target instanceof HTMLTextAreaElement &&
			! event.ctrlKey &&
			! event.metaKey
		) {
			event.preventDefault();
		}
		if ( event.altKey && ( event.key === 'ArrowUp' || event.key === 'ArrowDown' ) ) {
			event.preventDefault();
			const { field: at } = ( event.target as HTMLElement ).dataset;
			actions.move( line.key, event.key === 'ArrowUp' ? -1 : 1, at );
		}
	};
	/** Name for screen readers, and the error that belongs to a field. */
	const field = ( name: string, label: string ) => ( {
		'data-field': name,
		'aria-label': sprintf(
			/* translators: 1: name of a field ("Quantity"), 2: number of a line */
			__( '%1$s, line %2$d', 'counterfoil' ),
			label,
			number
		),
		...( errors.has( name ) ? { 'aria-invalid': true, 'aria-describedby': `${ id }-${ name }` } : {} ),
	} );
	const tidyPrice = () => {
		const price = parsePrice( line.price, currency );
		if ( price !== null ) {
			set( { price: typedMoney( price, currency ) } );
		}
	};
	return (
		<li className="counterfoil-line" data-line={ line.key }>
			{ /* Phones have no row of headings above the lines. */ }
			<span className="counterfoil-line__caption is-description" aria-hidden="true">
				{ __( 'Description', 'counterfoil' ) }
			</span>
			<div className="counterfoil-line__description" data-text={ line.description }>
				<textarea
					{ ...field( 'description', __( 'Description', 'counterfoil' ) ) }
					rows={ 1 }
					dir="auto"
					maxLength={ 500 }
					placeholder={ __( 'Product or service', 'counterfoil' ) }
					value={ line.description }
					onKeyDown={ onKeyDown }
					// One text, as long as it may be: it has no lines of its own.
					onChange={ ( event ) => set( { description: event.target.value.replace( /[\r\n]+/g, ' ' ) } ) }
				/>
			</div>
			<span className="counterfoil-line__caption" aria-hidden="true">
				{ __( 'Quantity', 'counterfoil' ) }
			</span>
			<span className="counterfoil-line__caption" aria-hidden="true">
				{ __( 'Unit price', 'counterfoil' ) }
			</span>
			<span className="counterfoil-line__caption is-tax" aria-hidden="true">
				{ __( 'Tax', 'counterfoil' ) }
			</span>
			<input
				{ ...field( 'quantity', __( 'Quantity', 'counterfoil' ) ) }
				className="counterfoil-line__quantity is-number"
				type="text"
				inputMode="decimal"
				autoComplete="off"
				value={ line.quantity }
				onKeyDown={ onKeyDown }
				onChange={ ( event ) => set( { quantity: event.target.value } ) }
			/>
			<input
				{ ...field( 'price', __( 'Unit price', 'counterfoil' ) ) }
				className="counterfoil-line__price is-number"
				type="text"
				inputMode="decimal"
				autoComplete="off"
				placeholder={ decimalsOf( currency ) === 0 ? '0' : `0.${ '0'.repeat( decimalsOf( currency ) ) }` }
				value={ line.price }
				onKeyDown={ onKeyDown }
				onChange={ ( event ) => set( { price: event.target.value } ) }
				onBlur={ tidyPrice }
			/>
			<TaxSelect
				{ ...field( 'tax', __( 'Tax', 'counterfoil' ) ) }
				tax={ line.tax }
				taxes={ taxes }
				onChange={ ( tax ) => set( { tax } ) }
			/>
			<output className="counterfoil-line__amount counterfoil-money">{ amount }</output>
			<LineMenu
				number={ number }
				line={ line }
				isFirst={ props.isFirst }
				isLast={ props.isLast }
				actions={ actions }
			/>
			{ line.tax?.isTyped && (
				<TypedTaxFields tax={ line.tax } number={ number } onChange={ ( tax ) => set( { tax } ) } />
			) }
			{ line.tax?.category === 'E' && ! line.tax.isTyped && (
				<ReasonField tax={ line.tax } number={ number } onChange={ ( tax ) => set( { tax } ) } />
			) }
			{ hasDetails( line ) && <LineDetails line={ line } number={ number } onChange={ set } /> }
			{ line.discount && (
				<div className="counterfoil-line__more">
					<span aria-hidden="true">{ __( 'Discount', 'counterfoil' ) }</span>
					<DiscountInput
						{ ...field( 'discount', __( 'Discount', 'counterfoil' ) ) }
						discount={ line.discount }
						currency={ currency }
						onChange={ ( discount ) => set( { discount } ) }
					/>
				</div>
			) }
			{ line.isRecurring && (
				<p className="counterfoil-line__note">
					{ __(
						'From a recurring plan. When this invoice is paid, a subscription starts and renews automatically.',
						'counterfoil'
					) }{ ' ' }
					{ line.trialDays !== undefined &&
						sprintf(
							/* translators: %d: number of days */
							_n(
								'The plan’s %d free day doesn’t apply: this invoice is for the first period. To include it, start a subscription instead.',
								'The plan’s %d free days don’t apply: this invoice is for the first period. To include them, start a subscription instead.',
								line.trialDays,
								'counterfoil'
							),
							line.trialDays
						) }
				</p>
			) }
			{ [ ...errors ].map( ( [ name, sentence ] ) => (
				<p key={ name } id={ `${ id }-${ name }` } className="counterfoil-line__error" role="alert">
					{ sentence }
				</p>
			) ) }
		</li>
	);
} );
