<?php

declare(strict_types=1);

namespace Counterfoil\Shared\Rest;

use Opis\JsonSchema\Parsers\Draft;
use Opis\JsonSchema\Parsers\Drafts\Draft07;
use Opis\JsonSchema\Parsers\SchemaParser;
use Opis\JsonSchema\Parsers\Vocabulary;
use Opis\JsonSchema\Resolvers\FormatResolver;

/**
 * Reads JSON Schema draft 7, which the build writes, and nothing else. Opis' own parser gets every draft and its own
 * extensions ready first: forty files that each request of ours would load for nothing.
 */
final class Draft7Parser extends SchemaParser
{
    public function __construct()
    {
        parent::__construct([], ['defaultDraft' => '07'], new class () extends Vocabulary {
        });
    }

    /** @return array<string, Draft> */
    protected function getDrafts(?Vocabulary $extraVocabulary): array
    {
        return ['07' => new Draft07()];
    }

    /**
     * @param array<string, object> $resolvers
     * @return array<string, object>
     */
    protected function getResolvers(array $resolvers): array
    {
        return ['format' => new FormatResolver()];
    }
}
