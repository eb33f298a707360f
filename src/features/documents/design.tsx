import { RadioControl, ToggleControl } from '@wordpress/components';
import { useState } from '@wordpress/element';
import { __, sprintf } from '@wordpress/i18n';
import { type Design, design, type StoredDesign } from '../../contract/documents';
import { ColourField } from '../../shared/form/colour-field';
import { TextArea } from '../../shared/form/text-area';
import { Loaded } from '../../shared/loaded';
import { Section } from '../../shared/settings/section';
import { SettingsForm } from '../../shared/settings/settings-form';
import { useSettings } from '../../shared/settings/use-settings';
import { useCommand, useRead } from '../../shared/store';
import { toast } from '../../shared/toasts';
import { DesignPreview } from './design-preview';
import { FieldChoice } from './field-choice';
import { PdfFontSettings } from './pdf-font';
import './settings.scss';

/** What documents look like, with a live preview beside the form. */
export default function DesignSettings() {
	return (
		<>
			<Loaded read={ useRead( 'design.get', {} ) }>{ ( read ) => <DesignForm initial={ read } /> }</Loaded>
			<PdfFontSettings />
		</>
	);
}

type Side = 'form' | 'paper';

function DesignForm( { initial }: { readonly initial: StoredDesign } ) {
	const [ side, setSide ] = useState< Side >( 'form' );
	const settings = useSettings( {
		initial,
		schema: design,
		valuesOf: ( { brand: _brand, ...stored }: StoredDesign ): Design => stored,
		command: useCommand( 'design.update' ),
		request: ( body: Design ) => ( { body } ),
		onSaved: () => toast( __( 'Document design saved.', 'counterfoil' ) ),
	} );
	const { form } = settings;
	const { values, set } = form;
	return (
		<div className={ `counterfoil-design is-${ side }` }>
			<SideToggle side={ side } onChange={ setSide } />
			<div className="counterfoil-design__form">
				<SettingsForm button={ __( 'Save document design', 'counterfoil' ) } settings={ settings }>
					<Section
						title={ __( 'Look', 'counterfoil' ) }
						text={ __( 'Applies to new documents. Sent documents don’t change.', 'counterfoil' ) }
					>
						<ToggleControl
							__nextHasNoMarginBottom
							label={ __( 'Use your brand color', 'counterfoil' ) }
							checked={ values.accent === '' }
							onChange={ ( isBrand ) => set( { accent: isBrand ? '' : settings.stored.brand } ) }
						/>
						{ values.accent !== '' && (
							<ColourField
								label={ __( 'Accent color', 'counterfoil' ) }
								warning={ ( ratio ) =>
									sprintf(
										/* translators: %s: contrast as a number, "2.1" */
										__(
											'This color’s contrast on white is %s:1, but text needs 4.5:1. The bar at the top uses this color; text uses a darker shade.',
											'counterfoil'
										),
										ratio
									)
								}
								{ ...form.field( 'accent' ) }
							/>
						) }
						<RadioControl
							label={ __( 'Page size', 'counterfoil' ) }
							selected={ values.page }
							options={ [
								{ value: 'a4', label: __( 'A4', 'counterfoil' ) },
								{ value: 'letter', label: __( 'US Letter', 'counterfoil' ) },
							] }
							onChange={ ( page ) => set( { page: page === 'letter' ? 'letter' : 'a4' } ) }
						/>
					</Section>
					<Section
						title={ __( 'Fields', 'counterfoil' ) }
						text={ __( 'Choose what documents show. Empty fields are left out.', 'counterfoil' ) }
					>
						<FieldChoice design={ form } />
						<p className="counterfoil-panel__quiet">
							<a href="#/settings/business">{ __( 'Edit business profile and logo', 'counterfoil' ) }</a>
						</p>
					</Section>
					<Section
						title={ __( 'Footer', 'counterfoil' ) }
						text={ __(
							'Appears at the bottom of every document, for example your company registration or a thank-you note.',
							'counterfoil'
						) }
					>
						<TextArea
							label={ __( 'Footer', 'counterfoil' ) }
							rows={ 4 }
							maxLength={ 1000 }
							{ ...form.field( 'footer' ) }
						/>
					</Section>
				</SettingsForm>
			</div>
			<DesignPreview design={ values } />
		</div>
	);
}

/** The form or the paper, where there is no room for both. */
function SideToggle( { side, onChange }: { readonly side: Side; readonly onChange: ( side: Side ) => void } ) {
	return (
		<div className="counterfoil-design__toggle" role="group" aria-label={ __( 'Show', 'counterfoil' ) }>
			{ ( [ 'form', 'paper' ] as const ).map( ( shown ) => (
				<button key={ shown } type="button" aria-pressed={ side === shown } onClick={ () => onChange( shown ) }>
					{ shown === 'form' ? __( 'Form', 'counterfoil' ) : __( 'Preview', 'counterfoil' ) }
				</button>
			) ) }
		</div>
	);
}
