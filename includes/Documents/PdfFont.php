<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

use Counterfoil\Documents\Fonts\SiteFont;
use RuntimeException;

/** The font of the site that is chosen for PDFs, opened when one is drawn; none where none was chosen, or where it is gone. */
final class PdfFont
{
    /** @var array<string, SiteFont|null> by language */
    private array $opened = [];

    /** @param string $path '' for none */
    public function __construct(private readonly string $path)
    {
    }

    /** @param string $language BCP 47, of the paper */
    public function for(string $language): ?SiteFont
    {
        if ($this->path === '') {
            return null;
        }
        if (! array_key_exists($language, $this->opened)) {
            try {
                $this->opened[$language] = SiteFont::open($this->path, $language);
            } catch (RuntimeException) {
                // The file was taken away: what it alone can draw is refused before sending again.
                $this->opened[$language] = null;
            }
        }

        return $this->opened[$language];
    }
}
