<?php

declare(strict_types=1);

namespace Counterfoil\Tests\Support;

use Opis\JsonSchema\Errors\ErrorFormatter;
use Opis\JsonSchema\Validator;
use WP_REST_Response;

/** Holds answers against the OpenAPI document that is made of src/contract. */
trait FitsContract
{
    /**
     * The answer is the operation's success, and has exactly the fields that the contract says.
     *
     * @return array<mixed> the answer
     */
    protected static function fits(string $operation, WP_REST_Response $response): array
    {
        [$status, $schema] = OpenApi::success_of($operation);
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
}
