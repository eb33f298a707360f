import { __, sprintf } from '@wordpress/i18n';
import { type PdfFont, pdfFontInput, type PdfFontInput } from '../../contract/documents';
import { SelectField } from '../../shared/form/select-field';
import { Loaded } from '../../shared/loaded';
import { Section } from '../../shared/settings/section';
import { SettingsForm } from '../../shared/settings/settings-form';
import { useSettings } from '../../shared/settings/use-settings';
import { useCommand, useRead } from '../../shared/store';
import { toast } from '../../shared/toasts';

/** The font that PDFs take for Chinese, Japanese, Korean and the like. */
export function PdfFontSettings() {
	return <Loaded read={ useRead( 'pdf-font.get', {} ) }>{ ( read ) => <FontForm initial={ read } /> }</Loaded>;
}

function FontForm( { initial }: { readonly initial: PdfFont } ) {
	const settings = useSettings( {
		initial,
		schema: pdfFontInput,
		valuesOf: ( { font }: PdfFont ): PdfFontInput => ( { font } ),
		command: useCommand( 'pdf-font.update' ),
		request: ( body ) => ( { body } ),
		onSaved: () => toast( __( 'PDF font saved.', 'counterfoil' ) ),
	} );
	const { fonts } = settings.stored;
	return (
		<SettingsForm button={ __( 'Save PDF font', 'counterfoil' ) } settings={ settings }>
			<Section
				title={ __( 'PDF font', 'counterfoil' ) }
				text={ __(
					'PDFs can show Latin, Greek, Cyrillic, Hebrew and Arabic letters. For other languages, choose a font that is installed on your server.',
					'counterfoil'
				) }
			>
				{ fonts.length === 0 ? (
					<p className="counterfoil-panel__quiet">
						{ __(
							'No suitable font was found on your server. Ask your host to install “Noto Sans CJK” (package fonts-noto-cjk on Debian and Ubuntu) or install a font under Appearance > Fonts, then reload this page.',
							'counterfoil'
						) }
					</p>
				) : (
					<SelectField
						label={ __( 'Font for other languages', 'counterfoil' ) }
						help={ __(
							'Only the characters that a PDF needs are embedded, usually 10 to 50 KB. Other PDFs don’t change.',
							'counterfoil'
						) }
						none={ __( 'None', 'counterfoil' ) }
						options={ fonts.map( ( { file, name, scripts } ) => ( {
							code: file,
							name: sprintf(
								/* translators: 1: name of a font, 2: languages, "Chinese, Japanese, Korean" */
								__( '%1$s (%2$s)', 'counterfoil' ),
								name,
								scripts
							),
						} ) ) }
						{ ...settings.form.field( 'font' ) }
					/>
				) }
			</Section>
		</SettingsForm>
	);
}
