namespace LianMeng.Engine.Matching;

/// <summary>One line of one offer, in one role, as that organisation wrote it.</summary>
readonly record struct OwnLine(OfferLine Line, OfferRole Role, string Written)
{
    // beside each other in the offer's array: most lines are passed over, and passing over should not fetch the line itself from memory
    readonly ulong signature = Line.Signature, productMask = Line.ProductMask;

    /// <summary>False when the line can share neither a pair of characters nor a product with what carries these marks.</summary>
    public bool MayMeet(ulong otherSignature, ulong otherProducts) => (signature & otherSignature) != 0 || (productMask & otherProducts) != 0;
}
