<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

use Counterfoil\Documents\Fonts\InstalledFonts;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;
use Counterfoil\Shared\Settings;

/** Chooses the font of this server that PDFs take for what the plugin's own has not. */
final readonly class ChooseFont
{
    public const SETTING = 'documents';
    public const DEFAULTS = ['font' => ''];

    public function __construct(private Changes $changes, private Settings $settings, private InstalledFonts $fonts)
    {
    }

    /**
     * @param string $path one of those that are installed; '' for none
     * @throws DomainError 400 when it is not there
     */
    public function handle(string $path, Actor $by): void
    {
        if ($path !== '' && ! $this->fonts->is_there($path)) {
            throw DomainError::invalid(__('This font is no longer on your server. Choose another one.', 'counterfoil'), '/font');
        }
        $this->changes->run($by, function (Change $change) use ($path): void {
            $this->settings->set(self::SETTING, ['font' => $path]);
            $change->event('settings.pdf_font_updated', [['settings', 0]], null);
            /**
             * Fires after the font for PDFs changes.
             *
             * @since 0.2.0
             */
            $change->hook('settings_pdf_font_updated');
        });
    }

    /** @return array<string, mixed> the contract's pdfFont */
    public function to_wire(): array
    {
        $fonts = array_map(static fn (array $font): array => [
            'file' => $font['path'],
            'name' => $font['family'],
            'scripts' => implode(', ', array_map(self::script(...), $font['scripts'])),
            'bytes' => $font['bytes'],
        ], $this->fonts->all());

        return ['font' => (string) $this->settings->get(self::SETTING, self::DEFAULTS)['font'], 'fonts' => $fonts];
    }

    private static function script(string $script): string
    {
        return match ($script) {
            'han' => __('Chinese', 'counterfoil'),
            'japanese' => __('Japanese', 'counterfoil'),
            'korean' => __('Korean', 'counterfoil'),
            'georgian' => __('Georgian', 'counterfoil'),
            'armenian' => __('Armenian', 'counterfoil'),
            default => __('Ethiopic', 'counterfoil'),
        };
    }
}
