<?php

/**
 * Read first by each request of a web node of TwoNodesTest. A node has a folder: its object cache, how far its clock is ahead, what
 * it has mailed, and at which of its steps it waits until the test lets it go on.
 */

declare(strict_types=1);

use Counterfoil\Tests\Integration\Subscriptions\RenewingSteps;

(static function (string $node): void {
    putenv("COUNTERFOIL_TEST_CACHE={$node}/cache");
    require dirname(__DIR__, 3) . '/neighbours/plugins/object-cache.php';
    require_once __DIR__ . '/RenewingSteps.php';
    $GLOBALS['_wp_using_ext_object_cache'] = true;
    // WordPress takes over what is there before it is loaded.
    $GLOBALS['wp_filter']['pre_option_counterfoil_demo_clock'][10]['node'] = ['accepted_args' => 0, 'function' => static fn (): string => (string) file_get_contents("{$node}/ahead")];
    $GLOBALS['wp_filter']['pre_wp_mail'][10]['node'] = ['accepted_args' => 2, 'function' => static function (mixed $sent, array $mail) use ($node): bool {
        file_put_contents("{$node}/mails", json_encode([$mail['to'], $mail['subject']]) . "\n", FILE_APPEND);

        return true;
    }];
    $GLOBALS['wp_filter']['plugins_loaded'][10]['node'] = ['accepted_args' => 0, 'function' => static function () use ($node): void {
        /** @var array<string, int> $waits by step: at which time that it is done, counted from 1 */
        $waits = (array) json_decode((string) file_get_contents("{$node}/waits"), true);
        RenewingSteps::watch(static function (string $step) use ($node, &$waits): void {
            file_put_contents("{$node}/steps", "{$step}\n", FILE_APPEND);
            foreach (['any', $step] as $name) {
                if (isset($waits[$name]) && --$waits[$name] === 0) {
                    file_put_contents("{$node}/here", "{$name}\n");
                    $go = fopen("{$node}/go", 'r');
                    is_resource($go) && fgets($go);
                }
            }
        });
    }];
})((string) getenv('COUNTERFOIL_NODE'));
