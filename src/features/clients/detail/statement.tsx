import { Button, SelectControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __ } from '@wordpress/i18n';
import type { Client } from '../../../contract/clients';
import type { Statement as Shown } from '../../../contract/statements';
import { ApiFailure, type FileId, pathOf } from '../../../shared/api';
import { save } from '../../../shared/download';
import { fetchFile } from '../../../shared/fetch-file';
import { Pager } from '../../../shared/list/pager';
import { usePages } from '../../../shared/list/pages';
import { Loading } from '../../../shared/loading';
import { type ChosenPeriod, PeriodPicker, periodRequest } from '../../../shared/period-picker';
import { Problem } from '../../../shared/problem';
import { useRead } from '../../../shared/store';
import { Entries, Sums } from './statement-table';
import './statement.scss';

/** What a client was charged and what it paid in a period, with the balance after each entry. */
export default function Statement( { client }: { readonly client: Client } ) {
	const [ chosen, setChosen ] = useState< ChosenPeriod >( { period: 'this_month', from: '', to: '' } );
	const [ currency, setCurrency ] = useState< string | undefined >( undefined );
	const period = periodRequest( chosen );
	const query = { ...( period ?? { period: 'this_month' as const } ), currency };
	const pages = usePages( query );
	const { data, error, reload } = useRead(
		'statements.get',
		{ params: { id: client.id }, query: { ...query, cursor: pages.cursor, per_page: 50 } },
		period !== null
	);
	return (
		<section
			className="counterfoil-panel counterfoil-statement"
			aria-label={ __( 'Statement of account', 'counterfoil' ) }
		>
			<div className="counterfoil-statement__tools">
				<PeriodPicker value={ chosen } shown={ data } onChange={ setChosen } />
				{ data && data.currencies.length > 1 && (
					<SelectControl
						__next40pxDefaultSize
						__nextHasNoMarginBottom
						label={ __( 'Currency', 'counterfoil' ) }
						value={ data.currency }
						options={ data.currencies.map( ( code ) => ( { value: code, label: code } ) ) }
						onChange={ setCurrency }
					/>
				) }
				{ data && <Files client={ client } statement={ data } /> }
			</div>
			<Problem error={ error } onRetry={ reload } />
			{ data && ! error && (
				<>
					<Sums statement={ data } />
					<Entries statement={ data } goesOn={ pages.previous !== undefined } />
					<Pager pages={ pages } next={ data.next_cursor } />
				</>
			) }
			{ ! data && ! error && period !== null && <Loading /> }
			{ period === null && (
				<p className="counterfoil-panel__quiet">
					{ __( 'Choose the first and the last day of the period.', 'counterfoil' ) }
				</p>
			) }
		</section>
	);
}

interface FilesProps {
	readonly client: Client;
	readonly statement: Shown;
}

/** The same as a PDF and as a table. */
function Files( { client, statement: { from, to, currency } }: FilesProps ) {
	const [ error, setError ] = useState< ApiFailure | undefined >( undefined );
	const [ busy, setBusy ] = useState( '' );
	const download = async ( id: Extract< FileId, 'statements.pdf' | 'statements.csv' >, ending: string ) => {
		setBusy( ending );
		setError( undefined );
		try {
			const query = { period: 'custom', from, to, currency } as const;
			save(
				`${ __( 'Statement', 'counterfoil' ) } ${ client.name } ${ from } – ${ to } ${ currency }.${ ending }`,
				await fetchFile( pathOf( id, { params: { id: client.id }, query } ) )
			);
		} catch ( thrown ) {
			setError( ApiFailure.from( thrown ) );
		} finally {
			setBusy( '' );
		}
	};
	return (
		<div className="counterfoil-statement__files">
			<Problem error={ error } />
			<Button
				variant="secondary"
				isBusy={ busy === 'pdf' }
				disabled={ busy !== '' }
				accessibleWhenDisabled
				onClick={ () => void download( 'statements.pdf', 'pdf' ) }
				__next40pxDefaultSize
			>
				{ __( 'Download PDF', 'counterfoil' ) }
			</Button>
			<Button
				variant="tertiary"
				isBusy={ busy === 'csv' }
				disabled={ busy !== '' }
				accessibleWhenDisabled
				onClick={ () => void download( 'statements.csv', 'csv' ) }
				__next40pxDefaultSize
			>
				{ __( 'Export as CSV', 'counterfoil' ) }
			</Button>
		</div>
	);
}
