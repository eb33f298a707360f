<?php

declare(strict_types=1);

use Counterfoil\Shared\Html;

/** @var Counterfoil\Portals\Pager $view */

defined('ABSPATH') || exit;

?>
<?php if ($view->start_url !== null || $view->next_url !== null) : ?>
    <nav class="cf-pager" aria-label="<?php echo Html::escape($view->label); ?>">
        <?php if ($view->start_url !== null) : ?>
            <a class="cf-button" href="<?php echo esc_url($view->start_url); ?>"><?php echo Html::escape($view->start_label); ?></a>
        <?php endif; ?>
        <?php if ($view->next_url !== null) : ?>
            <a class="cf-button cf-pager__next" href="<?php echo esc_url($view->next_url); ?>"><?php echo Html::escape($view->next_label); ?></a>
        <?php endif; ?>
    </nav>
<?php endif; ?>
