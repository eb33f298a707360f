<?php

declare(strict_types=1);

namespace Counterfoil\Documents;

use Closure;
use Counterfoil\Documents\Fonts\SiteFont;
use RuntimeException;

/** The font of the site that is chosen for PDFs, opened when one is drawn; none where none was chosen, or where it is gone. */
final class PdfFont
{
    /** @var array<string, SiteFont|null> by language and path */
    private array $opened = [];

    /** @param string|Closure(): string $path of its regular weight, asked for each time: a worker outlives the choice; '' for none */
    public function __construct(private readonly string|Closure $path)
    {
    }

    /** @param string $language BCP 47, of the paper */
    public function for(string $language): ?SiteFont
    {
        $path = is_string($this->path) ? $this->path : ($this->path)();
        if ($path === '') {
            return null;
        }
        $key = "{$language} {$path}";
        if (! array_key_exists($key, $this->opened)) {
            try {
                $this->opened[$key] = SiteFont::open($path, $language);
            } catch (RuntimeException) {
                // The file was taken away: what it alone can draw is refused before sending again.
                $this->opened[$key] = null;
            }
        }

        return $this->opened[$key];
    }
}
