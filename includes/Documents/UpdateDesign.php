<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

use Counterfoil\Documents\Text\Glyphs;
use Counterfoil\Shared\Actor;
use Counterfoil\Shared\Change\Change;
use Counterfoil\Shared\Change\Changes;
use Counterfoil\Shared\DomainError;

/** Changes how new documents look. What was issued keeps the look it was issued with. */
final readonly class UpdateDesign
{
    public function __construct(private Changes $changes, private DesignRepository $designs, private Glyphs $glyphs)
    {
    }

    /** @throws DomainError 400 for a footer that PDFs can't show: no document could be issued with it */
    public function handle(PaperDesign $design, Actor $by): void
    {
        $missing = $this->glyphs->missing($design->footer);
        if ($missing !== []) {
            throw DomainError::invalid(
                /* translators: %s: characters, "漢 字" */
                sprintf(__('PDFs can’t show these characters: %s. Remove them or choose a PDF font that has them.', 'counterfoil'), implode(' ', $missing)),
                '/footer'
            );
        }
        $this->changes->run($by, function (Change $change) use ($design): void {
            $this->designs->save($design);
            $change->event('settings.design_updated', [['settings', 0]], null);
            /**
             * Fires after the design of documents changes.
             *
             * @since 0.2.0
             */
            $change->hook('settings_design_updated');
        });
    }
}
