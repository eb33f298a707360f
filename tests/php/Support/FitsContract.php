<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

use Opis\JsonSchema\Errors\ErrorFormatter;
use Opis\JsonSchema\Validator;
use RuntimeException;
use stdClass;
use WP_REST_Response;

/** Holds answers against the OpenAPI document that is made of src/contract. */
trait FitsContract
{
    private static ?stdClass $openapi = null;

    /**
     * The answer is the operation's success, and has exactly the fields that the contract says.
     *
     * @return array<mixed> the answer
     */
    protected static function fits(string $operation, WP_REST_Response $response): array
    {
        [$status, $schema] = self::success_of($operation);
        self::assertSame($status, $response->get_status(), "{$operation}: " . wp_json_encode($response->get_data(), JSON_PRETTY_PRINT));
        $text = (string) wp_json_encode(rest_get_server()->response_to_data($response, false));
        $error = (new Validator(null, 20, false))->validate(json_decode($text, false, 512, JSON_THROW_ON_ERROR), $schema)->error();
        self::assertNull($error, "{$operation}: " . ($error === null ? '' : json_encode((new ErrorFormatter())->format($error), JSON_PRETTY_PRINT)));

        return (array) json_decode($text, true);
    }

    /**
     * The answer is a refusal with this status that names these fields, in any order.
     *
     * @param list<string> $pointers
     */
    protected static function refused(int $status, array $pointers, WP_REST_Response $response): void
    {
        $data = $response->get_data();
        self::assertSame($status, $response->get_status(), (string) wp_json_encode($data, JSON_PRETTY_PRINT));
        $fields = array_keys($data['data']['fields'] ?? []);
        sort($fields);
        sort($pointers);
        self::assertSame($pointers, $fields, (string) wp_json_encode($data, JSON_PRETTY_PRINT));
    }

    /** @return array{int, stdClass} */
    private static function success_of(string $operation): array
    {
        $text = (string) file_get_contents(dirname(__DIR__, 3) . '/build/openapi.json');
        self::$openapi ??= json_decode($text, false, 512, JSON_THROW_ON_ERROR);
        foreach ((array) self::$openapi?->paths as $path) {
            foreach ((array) $path as $entry) {
                if ($entry instanceof stdClass && ($entry->operationId ?? '') === $operation) {
                    foreach ((array) $entry->responses as $status => $response) {
                        if (is_int($status) && $status < 300) {
                            return [$status, self::inline($response->content->{'application/json'}->schema)];
                        }
                    }
                }
            }
        }
        throw new RuntimeException("The contract has no operation {$operation} that answers JSON.");
    }

    /** With every reference replaced by what it refers to. */
    private static function inline(mixed $schema): mixed
    {
        if (is_array($schema)) {
            return array_map(self::inline(...), $schema);
        }
        if (! $schema instanceof stdClass) {
            return $schema;
        }
        if (isset($schema->{'$ref'})) {
            $target = self::$openapi;
            foreach (explode('/', substr((string) $schema->{'$ref'}, 2)) as $step) {
                $target = $target->{$step};
            }

            return self::inline($target);
        }

        return (object) array_map(self::inline(...), (array) $schema);
    }
}
