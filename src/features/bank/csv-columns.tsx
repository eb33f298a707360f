import { CheckboxControl, RadioControl } from '@wordpress/components';
import { useEffect, useRef } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { type CsvMapping, csvMapping, type CsvQuestion } from '../../contract/bank';
import { currencies } from '../../shared/names';
import { FormFrame } from '../../shared/form/form-frame';
import { SelectField } from '../../shared/form/select-field';
import { TextField } from '../../shared/form/text-field';
import { useForm } from '../../shared/form/use-form';
import { Problem } from '../../shared/problem';
import { useCommand } from '../../shared/store';
import { CsvActions, CsvPreview } from './csv-preview';

interface Props {
	readonly fileName: string;
	readonly question: CsvQuestion;
	readonly onSaved: () => void;
	readonly onClose: () => void;
}

type ColumnName =
	'date' | 'amount' | 'credit' | 'debit' | 'direction' | 'currency_column' | 'name' | 'account' | 'reference';

/** What the columns of a bank's CSV mean: asked once, remembered for files with the same header. */
export function CsvColumns( { fileName, question, onSaved, onClose }: Props ) {
	const heading = useRef< HTMLHeadingElement >( null );
	useEffect( () => heading.current?.focus(), [] );
	const form = useForm( {
		schema: csvMapping,
		initial: question.mapping,
		command: useCommand( 'bank.save-mapping' ),
		request: ( mapping: CsvMapping ) => ( {
			body: {
				shape: question.shape,
				columns: question.columns.map( ( { name } ) => name.slice( 0, 190 ) ),
				mapping,
			},
		} ),
		onDone: onSaved,
	} );
	const { values, set } = form;
	const columns = question.columns.map( ( { name }, index ) => ( {
		code: String( index ),
		name: columnName( name, index ),
	} ) );
	const isSigned = values.credit === null && values.debit === null;
	const column = ( name: ColumnName, label: string, none?: string ) => (
		<SelectField
			label={ label }
			value={ String( values[ name ] ?? '' ) }
			options={ columns }
			none={ none }
			error={ form.field( name ).error }
			onChange={ ( chosen ) => set( { [ name ]: chosen === '' ? null : Number( chosen ) } ) }
		/>
	);
	const missing = __( 'Not in this file', 'counterfoil' );
	return (
		<section className="counterfoil-panel counterfoil-bank__csv" aria-labelledby="counterfoil-bank-csv">
			<h2 id="counterfoil-bank-csv" ref={ heading } tabIndex={ -1 } dir="auto">
				{
					/* translators: %s: name of a file */
					sprintf( __( 'What do the columns of %s mean?', 'counterfoil' ), fileName )
				}
			</h2>
			<p className="counterfoil-panel__quiet">
				{ __( 'Your answer is remembered for files with the same columns.', 'counterfoil' ) }
			</p>
			<FormFrame form={ form } className="counterfoil-form">
				<Problem error={ form.error } />
				<CsvPreview question={ question } mapping={ values } />
				<div className="counterfoil-bank__columns">
					{ column( 'date', __( 'Date', 'counterfoil' ) ) }
					<SelectField
						label={ __( 'Date format', 'counterfoil' ) }
						options={ csvMapping.shape.date_format.options.map( ( code ) => ( { code, name: code } ) ) }
						{ ...form.field( 'date_format' ) }
					/>
					<RadioControl
						label={ __( 'Amounts', 'counterfoil' ) }
						selected={ isSigned ? 'one' : 'two' }
						options={ [
							{ value: 'one', label: __( 'In one column, outgoing ones with a minus', 'counterfoil' ) },
							{ value: 'two', label: __( 'In two columns, for money in and money out', 'counterfoil' ) },
						] }
						onChange={ ( kind ) =>
							set(
								kind === 'one'
									? { amount: values.credit ?? values.debit ?? 0, credit: null, debit: null }
									: { amount: null, direction: null, credit: values.amount ?? 0, debit: null }
							)
						}
					/>
					<SelectField
						label={ __( 'Decimal separator', 'counterfoil' ) }
						options={ [
							{ code: ',', name: __( 'Comma: 1.234,56', 'counterfoil' ) },
							{ code: '.', name: __( 'Point: 1,234.56', 'counterfoil' ) },
						] }
						{ ...form.field( 'decimal' ) }
					/>
					{ isSigned ? (
						<>
							{ column( 'amount', __( 'Amount', 'counterfoil' ) ) }
							{ column(
								'direction',
								__( 'In or out', 'counterfoil' ),
								__( 'The amount says it', 'counterfoil' )
							) }
						</>
					) : (
						<>
							{ column( 'credit', __( 'Money in', 'counterfoil' ) ) }
							{ column( 'debit', __( 'Money out', 'counterfoil' ), missing ) }
						</>
					) }
					{ column(
						'currency_column',
						__( 'Currency', 'counterfoil' ),
						__( 'The same for all lines', 'counterfoil' )
					) }
					{ values.currency_column === null && (
						<SelectField
							label={ __( 'Currency of all lines', 'counterfoil' ) }
							options={ currencies() }
							none={ __( 'Choose a currency', 'counterfoil' ) }
							{ ...form.field( 'currency' ) }
						/>
					) }
					{ column( 'name', __( 'Payer’s name', 'counterfoil' ), missing ) }
					{ column( 'account', __( 'Payer’s account', 'counterfoil' ), missing ) }
					{ column( 'reference', __( 'Reference', 'counterfoil' ), missing ) }
					<TextField
						label={ __( 'Your account (optional)', 'counterfoil' ) }
						help={ __( 'The account these files are of.', 'counterfoil' ) }
						maxLength={ 40 }
						{ ...form.field( 'own_account' ) }
					/>
				</div>
				<fieldset className="counterfoil-bank__text">
					<legend>{ __( 'What the transfer is for', 'counterfoil' ) }</legend>
					{ columns.map( ( { code, name } ) => (
						<CheckboxControl
							key={ code }
							label={ name }
							checked={ values.text.includes( Number( code ) ) }
							onChange={ ( isOn ) =>
								set( {
									text: isOn
										? [ ...values.text, Number( code ) ]
										: values.text.filter( ( other ) => other !== Number( code ) ),
								} )
							}
							__nextHasNoMarginBottom
						/>
					) ) }
				</fieldset>
				<CsvActions isBusy={ form.isBusy } onCancel={ onClose } />
			</FormFrame>
		</section>
	);
}

const columnName = ( name: string, index: number ): string =>
	/* translators: %d: number of a column */
	name || sprintf( __( 'Column %d', 'counterfoil' ), index + 1 );
