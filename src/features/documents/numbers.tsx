import { __ } from '@wordpress/i18n';
import { type Numbering, type NumberingInput, numberingInput, type SeriesInput } from '../../contract/documents';
import { Loaded } from '../../shared/loaded';
import { Section } from '../../shared/settings/section';
import { SettingsForm } from '../../shared/settings/settings-form';
import { useSettings } from '../../shared/settings/use-settings';
import { useCommand, useRead } from '../../shared/store';
import { toast } from '../../shared/toasts';
import { kindLabels } from './kinds';
import { SeriesFields } from './series-fields';
import { SeriesReports } from './series-reports';
import './settings.scss';

/** How each kind of document is numbered, and whether a number is missing. */
export default function NumberSettings() {
	return (
		<>
			<Loaded read={ useRead( 'numbering.get', {} ) }>{ ( read ) => <NumberForm initial={ read } /> }</Loaded>
			<SeriesReports />
		</>
	);
}

const valuesOf = ( { series }: Numbering ): NumberingInput => ( {
	series: series.map( ( { next_numbers: _next, ...fields } ): SeriesInput => fields ),
} );

function NumberForm( { initial }: { readonly initial: Numbering } ) {
	const settings = useSettings( {
		initial,
		schema: numberingInput,
		valuesOf,
		command: useCommand( 'numbering.update' ),
		request: ( body: NumberingInput ) => ( { body } ),
		onSaved: () => toast( __( 'Number settings saved.', 'counterfoil' ) ),
	} );
	return (
		<SettingsForm button={ __( 'Save number settings', 'counterfoil' ) } settings={ settings }>
			{ settings.stored.series.map( ( { kind, next_numbers: next }, index ) => (
				<Section
					key={ kind }
					title={ kindLabels[ kind ]() }
					{ ...( index === 0
						? {
								text: __(
									'Each document gets the next number when it is issued. Numbers are never skipped or reused.',
									'counterfoil'
								),
							}
						: {} ) }
				>
					<SeriesFields series={ settings.form.item( 'series', index ) } next={ next } />
				</Section>
			) ) }
		</SettingsForm>
	);
}
