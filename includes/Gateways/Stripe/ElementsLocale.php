<?php

declare(strict_types=1);

namespace Counterfoil\Gateways\Stripe;

/**
 * The language of Stripe's own form in the browser.
 *
 * @see https://docs.stripe.com/js/appendix/supported_locales
 */
final readonly class ElementsLocale
{
    private const KNOWN = [
        'ar', 'bg', 'cs', 'da', 'de', 'el', 'en', 'es', 'et', 'fi', 'fil', 'fr', 'he', 'hr', 'hu', 'id', 'it', 'ja', 'ko', 'lt', 'lv',
        'ms', 'mt', 'nb', 'nl', 'pl', 'pt', 'ro', 'ru', 'sk', 'sl', 'sv', 'th', 'tr', 'vi', 'zh',
    ];
    private const KNOWN_REGIONS = ['en-GB', 'es-419', 'fr-CA', 'pt-BR', 'zh-HK', 'zh-TW'];

    /** @param string $locale WordPress' locale, "pl_PL" */
    public static function of(string $locale): string
    {
        $parts = explode('_', $locale);
        $language = $parts[0] === 'nn' ? 'nb' : $parts[0];
        $with_region = $language . '-' . ($parts[1] ?? '');

        return match (true) {
            in_array($with_region, self::KNOWN_REGIONS, true) => $with_region,
            in_array($language, self::KNOWN, true) => $language,
            default => 'auto',
        };
    }
}
