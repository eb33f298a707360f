<?php

declare(strict_types=1);

use Counterfoil\Shared\Html;

/** @var Counterfoil\Portal\Views\PayButtonView $view */

defined('ABSPATH') || exit;

?>
<div class="cf-portal cf-portal--part cf-pay-button<?php echo $view->is_wide ? ' is-wide' : ''; ?>" style="<?php echo Html::escape($view->look->css()); ?>">
    <?php if ($view->is_sample) : ?>
        <p class="cf-sample"><?php esc_html_e('Sample data. Your clients will see their own invoices here.', 'counterfoil'); ?></p>
    <?php endif; ?>
    <?php if ($view->url !== '') : ?>
        <a class="cf-button cf-button--primary cf-button--large" href="<?php echo esc_url($view->url); ?>"><?php echo Html::escape($view->label); ?></a>
    <?php endif; ?>
    <?php if ($view->note !== '') : ?>
        <p class="cf-pay-button__note"><bdi><?php echo Html::escape($view->note); ?></bdi></p>
    <?php endif; ?>
</div>
