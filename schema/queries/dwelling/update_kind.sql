UPDATE dwelling SET kind = :kind, batch = :batch WHERE id = :id AND kind IS NOT :kind
